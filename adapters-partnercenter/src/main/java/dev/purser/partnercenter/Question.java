package dev.purser.partnercenter;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Optional;

/**
 * One GET.
 *
 * @param continuation token of the page before, if any
 */
record Question<T>(URI address, Optional<String> continuation, Credential credential, Extent extent, Reader<T> reader) {

    /** How much is asked for, and so how long an answer may be and take. */
    enum Extent {
        ONE_RESOURCE(HttpCall.ONE_RESOURCE) {
            @Override
            TimeLimits limits(TimeLimits usual) {
                return usual;
            }
        },
        ONE_PAGE(HttpCall.ONE_PAGE) {
            @Override
            TimeLimits limits(TimeLimits usual) {
                return usual.ofPage();
            }
        };

        private final int longestAnswer;

        Extent(int longestAnswer) {
            this.longestAnswer = longestAnswer;
        }

        /** In bytes. */
        int longestAnswer() {
            return longestAnswer;
        }

        abstract TimeLimits limits(TimeLimits usual);
    }

    /** Makes sense of the body of a success. */
    interface Reader<T> {
        T read(Buffer body) throws UnreadableAnswer;
    }

    static <T> Question<T> aboutOne(URI address, Credential credential, Reader<T> reader) {
        return new Question<>(address, Optional.empty(), credential, Extent.ONE_RESOURCE, reader);
    }
}
