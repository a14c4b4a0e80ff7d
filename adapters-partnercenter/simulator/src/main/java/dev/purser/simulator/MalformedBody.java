package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Bodies that are not what they should be. */
final class MalformedBody {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><title>Service unavailable</title></head><body><h2>We will be back soon.</h2></body></html>
            """;

    private MalformedBody() {}

    /** The reply as the fault leaves it; its status stays. */
    static Reply of(Fault.Shaping shaping, Route route, Reply reply) {
        return switch (shaping) {
            case Fault.Malformed(Fault.Shape shape) -> of(shape, route, reply);
            case Fault.AnotherAmount(Optional<BigDecimal> amount) -> withAmount(reply, amount);
            case Fault.Deep(int levels) -> inFront(reply, "\"extra\":" + "[".repeat(levels) + "]".repeat(levels));
        };
    }

    private static Reply of(Fault.Shape shape, Route route, Reply reply) {
        return switch (shape) {
            case TRUNCATED ->
                withBody(reply, reply.body().substring(0, reply.body().length() / 2));
            case HTML -> reply.withBody("text/html; charset=utf-8", PAGE);
            case WRONG_TYPE -> withBody(reply, wrongTypes(route));
            case EMPTY -> withBody(reply, "");
            case XML ->
                reply.withBody(
                        "application/xml; charset=utf-8",
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                                + "<SpendingBudget><Amount>1.00</Amount></SpendingBudget>");
            case NULL -> withBody(reply, "null");
            case ARRAY -> withBody(reply, "[" + reply.body() + "]");
            case TRAILING_TEXT -> withBody(reply, reply.body() + "\r\n<!-- served by node 7 -->");
            case NOT_UTF_8 -> inFront(reply, "\"region\":\"Zürich\"");
            case ENDLESS_NUMBER ->
                withBody(
                        reply,
                        "{\"amount\":1e999999999,\"totalCost\":1e999999999,\"totalCount\":1e999999999,\"items\":[]}");
        };
    }

    private static Reply withAmount(Reply reply, Optional<BigDecimal> amount) {
        try {
            if (WireJson.read(reply.body()) instanceof ObjectNode body) {
                body.remove("usageSpendingBudget");
                body.remove("amount");
                amount.ifPresent(value -> body.put("amount", value).put("usageSpendingBudget", value));
                return withBody(reply, WireJson.text(body));
            }
            return reply;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a property before those of an object. */
    private static Reply inFront(Reply reply, String property) {
        String body = reply.body();
        return body.startsWith("{") && body.length() > 2
                ? withBody(reply, "{" + property + "," + body.substring(1))
                : withBody(reply, "{" + property + "}");
    }

    private static String wrongTypes(Route route) {
        return switch (route) {
            case TOKEN -> """
                    {"token_type":["Bearer"],"expires_in":"soon","access_token":{"value":17}}""";
            case CUSTOMERS,
                    USAGE_RECORDS,
                    SUBSCRIPTIONS,
                    SUBSCRIPTION_USAGE_RECORDS,
                    METER_USAGE_RECORDS,
                    RESOURCE_USAGE_RECORDS,
                    AZURE_RESOURCE_USAGE_RECORDS,
                    AUDIT_RECORDS -> """
                    {"totalCount":"many","items":{"first":"customer"},"attributes":{"objectType":"Collection"}}""";
            case CUSTOMER -> """
                    {"id":{"tenant":1},"companyProfile":"Contoso","attributes":{"objectType":"Customer"}}""";
            case GET_BUDGET, PATCH_BUDGET -> """
                    {"amount":{"value":"plenty"},"attributes":{"objectType":"SpendingBudget"}}""";
            case USAGE_SUMMARY, SUBSCRIPTION_USAGE_SUMMARY, PARTNER_USAGE_SUMMARY -> """
                    {"budget":[],"totalCost":"a lot","currencyCode":{"iso":978},"lastModifiedDate":5,\
                    "attributes":{"objectType":"CustomerUsageSummary"}}""";
            case SUBSCRIPTION,
                    AUDIT_RECORD,
                    ORGANIZATION_PROFILE,
                    BILLING_PROFILE,
                    LEGAL_BUSINESS_PROFILE,
                    CUSTOMER_COMPANY_PROFILE,
                    CUSTOMER_BILLING_PROFILE -> """
                    {"id":{"value":1},"companyName":[],"operationType":7,"attributes":[]}""";
            case OTHER -> "[]";
        };
    }

    private static Reply withBody(Reply reply, String body) {
        return reply.withBody(reply.contentType(), body);
    }
}
