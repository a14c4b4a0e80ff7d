package dev.purser.partnercenter;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Optional;

/**
 * One GET.
 *
 * @param continuation token of the page before, if any
 * @param longestAnswer in bytes
 */
record Question<T>(
        URI address, Optional<String> continuation, Credential credential, int longestAnswer, Reader<T> reader) {

    /** Makes sense of the body of a success. */
    interface Reader<T> {
        T read(Buffer body) throws UnreadableAnswer;
    }

    static <T> Question<T> aboutOne(URI address, Credential credential, Reader<T> reader) {
        return new Question<>(address, Optional.empty(), credential, HttpCall.ONE_RESOURCE, reader);
    }
}
