package dev.purser.partnercenter;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One request to be made.
 *
 * @param headers may carry a token and the body a secret, so neither is shown
 * @param longestAnswer bytes of the body after which reading stops
 */
record HttpCall(HttpMethod method, URI address, Map<String, String> headers, Optional<Buffer> body, int longestAnswer) {

    /** For a single resource: some hundred bytes are usual. */
    static final int ONE_RESOURCE = 1 << 20;

    /** For a page of a list: 500 items of at most a few KiB, several times over. */
    static final int ONE_PAGE = 16 << 20;

    HttpCall {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
