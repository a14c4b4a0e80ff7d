package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Error bodies in Microsoft's shapes; {@code code} is a number in a string. */
final class ErrorBody {

    private static final String SOURCE = "PartnerCenterSimulator";

    private ErrorBody() {}

    static ObjectNode of(String code, String description) {
        return WireJson.object()
                .put("code", code)
                .put("description", description)
                .put("source", SOURCE);
    }

    /** With the {@code data} that some faults carry, usually one element for each bad property. */
    static ObjectNode withData(String code, String description, String... data) {
        ObjectNode body = WireJson.object().put("code", code).put("description", description);
        var elements = body.putArray("data");
        for (String element : data) {
            elements.add(element);
        }
        return body.put("source", SOURCE);
    }

    /** What the gateway in front of the service says when it throttles. */
    static ObjectNode throttled(long seconds) {
        return WireJson.object()
                .put("statusCode", 429)
                .put("message", "Rate limit is exceeded. Try again in " + seconds + " seconds.");
    }

    /** What a request gets whose body cannot be bound to a budget at all. */
    static ObjectNode notBindable() {
        return WireJson.object().put("message", "The request is invalid.");
    }
}
