package dev.purser.simulator;

import java.time.Duration;

/**
 * One way in which an exchange goes wrong. "Applying" is the work that was asked for: setting the budget for a PATCH,
 * reading for a GET, issuing a token for the token address.
 */
public sealed interface Fault {

    /** Does the work, then closes the TCP connection without an answer. */
    record ApplyThenDrop() implements Fault {}

    /** Closes the TCP connection without doing the work and without an answer. */
    record DropBeforeApplying() implements Fault {}

    /** Does the work, then answers 500 with code 800003. */
    record ServerErrorAfterApplying() implements Fault {}

    /**
     * Answers 429 without doing the work.
     *
     * @param retryAfter the wait asked for, in whole seconds
     * @param form how {@code Retry-After} tells it
     */
    record TooManyRequests(Duration retryAfter, RetryAfter form) implements Fault {
        public TooManyRequests {
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("a wait below zero: " + retryAfter);
            }
        }
    }

    /** Waits, does the work even if the caller has left meanwhile, then answers as usual. */
    record Slow(Duration delay) implements Fault {
        public Slow {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("a delay below zero: " + delay);
            }
        }
    }

    /** Does the work, then answers 200 with a body that is not what it should be. A refusal is answered as usual. */
    record Malformed(Shape shape) implements Fault {}

    /** Answers with exactly this instead of doing the work, such as a gateway's page or a refusal. */
    record AnswerWith(int status, String contentType, String body) implements Fault {
        public AnswerWith {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("not a final HTTP status: " + status);
            }
        }
    }

    /** Forms of the {@code Retry-After} header. */
    enum RetryAfter {
        SECONDS,
        HTTP_DATE,
        ABSENT
    }

    /** What a malformed body looks like. */
    enum Shape {
        /** The JSON is cut in its middle; the length told is that of the cut body. */
        TRUNCATED,
        /** An HTML page in the place of JSON. */
        HTML,
        /** JSON of the right outline whose values have other types than they should. */
        WRONG_TYPE,
        /** Nothing at all. */
        EMPTY
    }

    /** A refusal in the usual shape: code, description, source. */
    static Fault refusal(int status, String code, String description) {
        return new AnswerWith(status, Reply.JSON, WireJson.text(ErrorBody.of(code, description)));
    }
}
