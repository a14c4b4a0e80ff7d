package dev.purser.partnercenter;

import java.util.List;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param line such as {@code GET /v1/customers HTTP/1.1}
 * @param headers as written, in their order
 * @param connection counts the connections of the server from 1
 */
record RawRequest(String line, List<String> headers, String body, int connection) {

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst();
    }
}
