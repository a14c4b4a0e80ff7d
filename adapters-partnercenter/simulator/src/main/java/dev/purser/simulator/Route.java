package dev.purser.simulator;

/** The operations of the API that the simulator knows. */
public enum Route {
    /** {@code POST {authority}/{tenant}/oauth2/v2.0/token} and the older {@code …/oauth2/token}. */
    TOKEN,
    /** {@code GET /v1/customers}. */
    CUSTOMERS,
    /** {@code GET /v1/customers/{id}}. */
    CUSTOMER,
    /** {@code GET /v1/customers/{id}/usagebudget}. */
    GET_BUDGET,
    /** {@code PATCH /v1/customers/{id}/usagebudget}. */
    PATCH_BUDGET,
    /** {@code GET /v1/customers/{id}/usagesummary}. */
    USAGE_SUMMARY,
    /** {@code GET /v1/customers/usagerecords}. */
    USAGE_RECORDS,
    /** {@code GET /v1/usagesummary}. */
    PARTNER_USAGE_SUMMARY,
    /** {@code GET /v1/customers/{id}/subscriptions}. */
    SUBSCRIPTIONS,
    /** {@code GET /v1/customers/{id}/subscriptions/{subscription}}. */
    SUBSCRIPTION,
    /** {@code GET /v1/customers/{id}/subscriptions/usagerecords}. */
    SUBSCRIPTION_USAGE_RECORDS,
    /** {@code GET /v1/customers/{id}/subscriptions/{subscription}/usagesummary}. */
    SUBSCRIPTION_USAGE_SUMMARY,
    /** {@code GET /v1/customers/{id}/subscriptions/{subscription}/meterusagerecords}. */
    METER_USAGE_RECORDS,
    /** {@code GET /v1/customers/{id}/subscriptions/{subscription}/resourceusagerecords}. */
    RESOURCE_USAGE_RECORDS,
    /** {@code GET /v1/customers/{id}/subscriptions/{subscription}/usagerecords/resources}; legacy only. */
    AZURE_RESOURCE_USAGE_RECORDS,
    /** {@code GET /v1/auditrecords}. */
    AUDIT_RECORDS,
    /** {@code GET /v1/auditrecords/{id}}, also below {@code /auditactivity}. */
    AUDIT_RECORD,
    /** {@code GET /v1/profiles/organization}. */
    ORGANIZATION_PROFILE,
    /** {@code GET /v1/profiles/billing}. */
    BILLING_PROFILE,
    /** {@code GET /v1/profiles/legalbusiness}. */
    LEGAL_BUSINESS_PROFILE,
    /** {@code GET /v1/customers/{id}/profiles/company}. */
    CUSTOMER_COMPANY_PROFILE,
    /** {@code GET /v1/customers/{id}/profiles/billing}. */
    CUSTOMER_BILLING_PROFILE,
    /** Anything else that was asked for; it is answered with 404 or 405. */
    OTHER;

    /** Whether the path names one customer. */
    public boolean namesOneCustomer() {
        return switch (this) {
            case CUSTOMER,
                    GET_BUDGET,
                    PATCH_BUDGET,
                    USAGE_SUMMARY,
                    SUBSCRIPTIONS,
                    SUBSCRIPTION,
                    SUBSCRIPTION_USAGE_RECORDS,
                    SUBSCRIPTION_USAGE_SUMMARY,
                    METER_USAGE_RECORDS,
                    RESOURCE_USAGE_RECORDS,
                    AZURE_RESOURCE_USAGE_RECORDS,
                    CUSTOMER_COMPANY_PROFILE,
                    CUSTOMER_BILLING_PROFILE -> true;
            case TOKEN,
                    CUSTOMERS,
                    USAGE_RECORDS,
                    PARTNER_USAGE_SUMMARY,
                    AUDIT_RECORDS,
                    AUDIT_RECORD,
                    ORGANIZATION_PROFILE,
                    BILLING_PROFILE,
                    LEGAL_BUSINESS_PROFILE,
                    OTHER -> false;
        };
    }

    /** Whether a token of an application alone is refused (403, code 900329). */
    boolean demandsUser() {
        return switch (this) {
            case USAGE_SUMMARY,
                    USAGE_RECORDS,
                    PARTNER_USAGE_SUMMARY,
                    SUBSCRIPTION_USAGE_RECORDS,
                    SUBSCRIPTION_USAGE_SUMMARY,
                    METER_USAGE_RECORDS,
                    RESOURCE_USAGE_RECORDS,
                    ORGANIZATION_PROFILE,
                    BILLING_PROFILE,
                    CUSTOMER_COMPANY_PROFILE -> true;
            case TOKEN,
                    CUSTOMERS,
                    CUSTOMER,
                    GET_BUDGET,
                    PATCH_BUDGET,
                    SUBSCRIPTIONS,
                    SUBSCRIPTION,
                    AZURE_RESOURCE_USAGE_RECORDS,
                    AUDIT_RECORDS,
                    AUDIT_RECORD,
                    LEGAL_BUSINESS_PROFILE,
                    CUSTOMER_BILLING_PROFILE,
                    OTHER -> false;
        };
    }
}
