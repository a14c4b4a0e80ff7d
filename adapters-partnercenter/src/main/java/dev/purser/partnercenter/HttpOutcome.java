package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Trouble;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What became of one call. */
sealed interface HttpOutcome {

    /** A whole answer, whatever its status. */
    record Answered(int status, String reason, MultiMap headers, Buffer body) implements HttpOutcome {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(String::strip).filter(text -> !text.isEmpty());
        }

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        /** Not that the body holds what it may hold. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** Not one byte left, and none will. */
    record NotSent(Trouble trouble) implements HttpOutcome {}

    /** The connection was open, but sending was no longer permitted. Not one byte left. */
    record HeldBack() implements HttpOutcome {}

    /** Something left, and no whole answer came back. */
    record NoAnswer(Trouble trouble) implements HttpOutcome {}
}
