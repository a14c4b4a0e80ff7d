package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer before anything goes wrong with it.
 *
 * @param reason the reason phrase, or empty for the usual one
 */
record Reply(int status, String contentType, String body, Map<String, String> headers, String reason) {

    static final String JSON = "application/json; charset=utf-8";

    Reply(int status, String contentType, String body, Map<String, String> headers) {
        this(status, contentType, body, headers, "");
    }

    static Reply ok(ObjectNode body) {
        return json(200, body);
    }

    static Reply json(int status, ObjectNode body) {
        return new Reply(status, JSON, WireJson.text(body), Map.of());
    }

    static Reply refused(int status, String code, String description) {
        return json(status, ErrorBody.of(code, description));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, Map.copyOf(more), reason);
    }

    Reply withBody(String type, String text) {
        return new Reply(status, type, text, headers, reason);
    }

    Reply withContentType(String type) {
        return new Reply(status, type, body, headers, reason);
    }

    /** 204 and 205 have no body. */
    Reply withStatus(int other) {
        boolean bodiless = other == 204 || other == 205;
        return new Reply(other, contentType, bodiless ? "" : body, headers, "");
    }
}
