package dev.purser.simulator;

/** Where each operation is, for one customer. */
final class Addresses {

    private Addresses() {}

    static String of(Route route, SimulatedCustomer customer) {
        String own = "/v1/customers/" + customer.id();
        String subscription = own + "/subscriptions/" + customer.subscriptionId();
        return switch (route) {
            case CUSTOMERS -> "/v1/customers?size=5";
            case CUSTOMER -> own;
            case GET_BUDGET, PATCH_BUDGET -> own + "/usagebudget";
            case USAGE_SUMMARY -> own + "/usagesummary";
            case USAGE_RECORDS -> "/v1/customers/usagerecords";
            case PARTNER_USAGE_SUMMARY -> "/v1/usagesummary";
            case SUBSCRIPTIONS -> own + "/subscriptions";
            case SUBSCRIPTION -> subscription;
            case SUBSCRIPTION_USAGE_RECORDS -> own + "/subscriptions/usagerecords";
            case SUBSCRIPTION_USAGE_SUMMARY -> subscription + "/usagesummary";
            case METER_USAGE_RECORDS -> subscription + "/meterusagerecords";
            case RESOURCE_USAGE_RECORDS -> subscription + "/resourceusagerecords";
            case AZURE_RESOURCE_USAGE_RECORDS -> subscription + "/usagerecords/resources";
            case AUDIT_RECORDS -> "/v1/auditrecords";
            case AUDIT_RECORD -> "/v1/auditrecords/nothing";
            case ORGANIZATION_PROFILE -> "/v1/profiles/organization";
            case BILLING_PROFILE -> "/v1/profiles/billing";
            case LEGAL_BUSINESS_PROFILE -> "/v1/profiles/legalbusiness?vettingVersion=Current";
            case CUSTOMER_COMPANY_PROFILE -> own + "/profiles/company";
            case CUSTOMER_BILLING_PROFILE -> own + "/profiles/billing";
            case TOKEN, OTHER -> throw new IllegalArgumentException("no address to read from: " + route);
        };
    }
}
