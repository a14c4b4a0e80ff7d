package dev.purser.web.connect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A browser came back from Microsoft, or somebody has pasted the address to which it was sent.
 *
 * @param query the parameters of that address, decoded; they hold a code, so they are not shown
 * @param reply tells the person what came of it, in one sentence
 */
record Arrival(Map<String, String> query, Consumer<String> reply) {

    /** The parameters of an address's query; of those that cannot be decoded, nothing. */
    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (var field : raw.split("&")) {
            var at = field.indexOf('=');
            if (at > 0) {
                query.put(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Arrival" + query.keySet();
    }
}
