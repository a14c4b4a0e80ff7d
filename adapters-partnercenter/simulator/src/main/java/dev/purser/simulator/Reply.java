package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An answer before anything goes wrong with it. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

    static final String JSON = "application/json; charset=utf-8";

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
        return new Reply(status, contentType, body, Map.of(header, value));
    }
}
