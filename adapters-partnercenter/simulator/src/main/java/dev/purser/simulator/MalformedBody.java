package dev.purser.simulator;

/** Bodies that are not what they should be. */
final class MalformedBody {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><title>Service unavailable</title></head><body><h2>We will be back soon.</h2></body></html>
            """;

    private MalformedBody() {}

    /** The reply as the fault leaves it; its status stays. */
    static Reply of(Fault.Shape shape, Route route, Reply reply) {
        return switch (shape) {
            case TRUNCATED ->
                with(
                        reply,
                        reply.contentType(),
                        reply.body().substring(0, reply.body().length() / 2));
            case HTML -> with(reply, "text/html; charset=utf-8", PAGE);
            case WRONG_TYPE -> with(reply, reply.contentType(), wrongTypes(route));
            case EMPTY -> with(reply, reply.contentType(), "");
        };
    }

    private static String wrongTypes(Route route) {
        return switch (route) {
            case TOKEN -> """
                    {"token_type":["Bearer"],"expires_in":"soon","access_token":{"value":17}}""";
            case CUSTOMERS, USAGE_RECORDS -> """
                    {"totalCount":"many","items":{"first":"customer"},"attributes":{"objectType":"Collection"}}""";
            case CUSTOMER -> """
                    {"id":{"tenant":1},"companyProfile":"Contoso","attributes":{"objectType":"Customer"}}""";
            case GET_BUDGET, PATCH_BUDGET -> """
                    {"amount":{"value":"plenty"},"attributes":{"objectType":"SpendingBudget"}}""";
            case USAGE_SUMMARY -> """
                    {"budget":[],"totalCost":"a lot","currencyCode":{"iso":978},"lastModifiedDate":5,\
                    "attributes":{"objectType":"CustomerUsageSummary"}}""";
            case OTHER -> "[]";
        };
    }

    private static Reply with(Reply reply, String contentType, String body) {
        return new Reply(reply.status(), contentType, body, reply.headers());
    }
}
