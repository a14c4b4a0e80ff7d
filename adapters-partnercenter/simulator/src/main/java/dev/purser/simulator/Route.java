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
    /** Anything else that was asked for; it is answered with 404 or 405. */
    OTHER;

    /** Whether the path names one customer. */
    public boolean namesOneCustomer() {
        return switch (this) {
            case CUSTOMER, GET_BUDGET, PATCH_BUDGET, USAGE_SUMMARY -> true;
            case TOKEN, CUSTOMERS, USAGE_RECORDS, OTHER -> false;
        };
    }

    /** Whether a token of an application alone is refused (403, code 900329). */
    boolean demandsUser() {
        return switch (this) {
            case USAGE_SUMMARY, USAGE_RECORDS -> true;
            case TOKEN, CUSTOMERS, CUSTOMER, GET_BUDGET, PATCH_BUDGET, OTHER -> false;
        };
    }
}
