package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What came over the wire.
 *
 * @param query the parameters of the address
 * @param form the parameters of the body; none when it is no form
 */
record Request(HttpExchange exchange, Parameters query, Parameters form) {
    private static final int LONGEST_BODY = 64 * 1024;

    static Request read(HttpExchange exchange) throws IOException, Parameters.Malformed {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Parameters.Malformed("the form is too long");
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String form = isForm(exchange) ? new String(body, UTF_8) : "";
        return new Request(exchange, Parameters.parse(query), Parameters.parse(form));
    }

    private static boolean isForm(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** Of the form when it was sent as one, else of the address. */
    Parameters parameters() {
        return method().equals("POST") ? form : query;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
