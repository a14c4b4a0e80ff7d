package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jose4j.json.JsonUtil;

/** What goes back over the wire. */
record Answer(int status, SequencedMap<String, String> headers, byte[] body) {
    static Answer page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    static Answer json(int status, Map<String, Object> content) {
        return of(status, "application/json", JsonUtil.toJson(content).getBytes(UTF_8));
    }

    static Answer of(int status, String type, byte[] body) {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        return new Answer(status, headers, body);
    }

    static Answer empty(int status) {
        return new Answer(status, new LinkedHashMap<>(), new byte[0]);
    }

    /** The browser goes there with GET, whatever it came with, and takes these parameters along. */
    static Answer seeOther(URI address, Parameters parameters) {
        String joint = address.getRawQuery() == null ? "?" : "&";
        String location = parameters.values().isEmpty() ? address.toString() : address + joint + parameters.encoded();
        return empty(303).with("Location", location);
    }

    Answer with(String header, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
