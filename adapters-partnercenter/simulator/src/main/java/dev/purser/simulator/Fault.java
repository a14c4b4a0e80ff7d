package dev.purser.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which an exchange goes wrong. "Applying" is the work that was asked for: setting the budget for a PATCH,
 * reading for a GET, issuing a token for the token address. Faults of different {@linkplain Course aspects} go together
 * in a {@link Combined}.
 */
public sealed interface Fault {

    /** What is answered instead of the work's own answer. */
    sealed interface Answering extends Fault {}

    /** What becomes of the JSON in the work's answer. */
    sealed interface Shaping extends Fault {}

    /** How the answer, or none, leaves. */
    sealed interface Delivering extends Fault {}

    /** Does the work, then closes the TCP connection without an answer. */
    record ApplyThenDrop() implements Delivering {}

    /** Closes the TCP connection without doing the work and without an answer. */
    record DropBeforeApplying() implements Delivering {}

    /** Does the work, then answers 500 with code 800003. */
    record ServerErrorAfterApplying() implements Answering {}

    /**
     * Answers 429 without doing the work.
     *
     * @param retryAfter the wait asked for, in whole seconds
     * @param form how {@code Retry-After} tells it
     */
    record TooManyRequests(Duration retryAfter, RetryAfter form) implements Answering {
        public TooManyRequests {
            refuseNegative(retryAfter);
        }
    }

    /** Waits, does the work even if the caller has left meanwhile, then answers as usual. */
    record Slow(Duration delay) implements Fault {
        public Slow {
            refuseNegative(delay);
        }
    }

    /**
     * Does the work so long after the request arrived, whatever the caller is told and when. Alone, the answer waits for
     * it; beside a fault that needs no work to be answered (a refusal, a reset, a hang) the answer does not wait. A delay
     * of zero does the work at once, which makes "applied, and yet answered 503" of an {@link AnswerWith}.
     */
    record ApplyAfter(Duration delay) implements Fault {
        public ApplyAfter {
            refuseNegative(delay);
        }
    }

    /** Does the work, then answers 200 with a body that is not what it should be. A refusal is answered as usual. */
    record Malformed(Shape shape) implements Shaping {}

    /** Answers with exactly this instead of doing the work, such as a gateway's page or a refusal. */
    record AnswerWith(int status, String contentType, String body, Map<String, String> headers) implements Answering {
        public AnswerWith {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("not a final HTTP status: " + status);
            }
            headers = Map.copyOf(headers);
        }

        public AnswerWith(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }
    }

    /** Answers one of the errors that Microsoft is known for, instead of doing the work. */
    record Refuse(Refusal refusal) implements Answering {}

    /**
     * Answers with a redirect instead of doing the work.
     *
     * @param location of its {@code Location}; empty for the very address that was asked, so that a client that follows
     *     is seen to ask again
     */
    record Redirect(int status, Optional<String> location) implements Answering {
        public Redirect {
            if (status < 300 || status > 399) {
                throw new IllegalArgumentException("not a redirect: " + status);
            }
        }
    }

    /** Does the work, then answers with another status; the body stays, but for 204 and 205, which have none. */
    record AnswerStatus(int status) implements Fault {
        public AnswerStatus {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("not a final HTTP status: " + status);
            }
        }
    }

    /** Does the work, but the budget in the answer has another amount; empty shows none. */
    record AnotherAmount(Optional<BigDecimal> amount) implements Shaping {}

    /** Does the work; the answer calls itself something else than it is. */
    record WrongContentType(String contentType) implements Fault {}

    /** Does the work; the answer has, before what is right, an array nested so often. */
    record Deep(int levels) implements Shaping {
        public Deep {
            between(1, levels, 10_000_000, "levels");
        }
    }

    /** Does the work; the answer has, before what is right, a text of so many bytes, streamed. */
    record Huge(long bytes) implements Delivering {
        public Huge {
            between(1, bytes, 10_000_000_000L, "bytes");
        }
    }

    /** Does the work; 100 or 103 comes so many times before the final answer. */
    record Interim(int status, int times) implements Fault {
        public Interim {
            if (status != 100 && status != 103) {
                throw new IllegalArgumentException("an interim answer here is 100 or 103, not " + status);
            }
            between(1, times, 10_000, "times");
        }
    }

    /** Does the work; the answer's body comes a few bytes at a time. */
    record Drip(int bytes, Duration every) implements Delivering {
        public Drip {
            between(1, bytes, Integer.MAX_VALUE, "bytes");
            refuseNegative(every);
        }
    }

    /** Does the work; the answer ends after so many bytes of its body, though its head promised more. */
    record Cut(int afterBytes, Framing framing) implements Delivering {
        public Cut {
            between(0, afterBytes, Integer.MAX_VALUE, "afterBytes");
        }
    }

    /** Does the work; the answer comes in chunks of so many bytes. */
    record Chunked(int bytes) implements Delivering {
        public Chunked {
            between(1, bytes, Integer.MAX_VALUE, "bytes");
        }
    }

    /** Does the work; the answer is compressed, though nobody may have asked for it. */
    record Gzip(Compression form) implements Fault {}

    /** The connection is reset (TCP RST); the work is done only for {@link ResetMoment#IN_THE_ANSWER}. */
    record Reset(ResetMoment when) implements Delivering {}

    /** Never answers and never closes; the work is not done. */
    record Hang() implements Delivering {}

    /** Drops this request without doing the work, and every connection; for so long nobody listens on the port. */
    record RefuseConnections(Duration time) implements Delivering {
        public RefuseConnections {
            refuseNegative(time);
        }
    }

    /** Does the work, which readers do not see for so long. */
    record StaleReads(Duration time) implements Fault {
        public StaleReads {
            refuseNegative(time);
        }
    }

    /** Somebody else changes the customer's budget, so long before or after the work of this exchange. */
    record OutsideEdit(Moment moment, Edit edit, Duration delay) implements Fault {
        public OutsideEdit {
            refuseNegative(delay);
            if (moment == Moment.BEFORE && !delay.isZero()) {
                throw new IllegalArgumentException("an edit before the work takes no delay");
            }
        }
    }

    /** Several at once; each concerns another {@linkplain Course aspect} of the exchange, outside edits excepted. */
    record Combined(List<Fault> faults) implements Fault {
        public Combined {
            faults = List.copyOf(faults);
            if (faults.size() < 2) {
                throw new IllegalArgumentException("it takes two to combine");
            }
            Course _ = Course.of(faults);
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
        EMPTY,
        /** XML, as the service offers it to those who accept it. */
        XML,
        /** The JSON value {@code null}. */
        NULL,
        /** The right object, alone in an array. */
        ARRAY,
        /** The right JSON, followed by more. */
        TRAILING_TEXT,
        /** Bytes that are not UTF-8. */
        NOT_UTF_8,
        /** Numbers of more digits than anybody can hold. */
        ENDLESS_NUMBER
    }

    /** How the length of an answer is told that then ends too early. */
    enum Framing {
        CONTENT_LENGTH,
        CHUNKED
    }

    /** Compressed answers. */
    enum Compression {
        /** As it should be. */
        RIGHT,
        /** Labelled and compressed, with a wrong check sum and wrong bytes. */
        CORRUPT,
        /** Labelled and compressed, and only half of it. */
        CUT,
        /** Labelled, but plain. */
        LABEL_ONLY,
        /** Compressed, but not labelled. */
        UNLABELLED
    }

    /** When a connection is reset. */
    enum ResetMoment {
        /** After the request's head, before its body was read. */
        BEFORE_READING,
        /** After the whole request, before any work. */
        AFTER_READING,
        /** After the work, when the answer's head and half of its body have left. */
        IN_THE_ANSWER
    }

    /** When an outside edit happens, compared with the work of the exchange. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** What an outside edit does to a budget. */
    sealed interface Edit {
        /** Sets this amount; empty removes the budget. */
        record Set(Optional<BigDecimal> amount) implements Edit {
            public Set {
                if (!amount.map(World::canBeBudget).orElse(true)) {
                    throw new IllegalArgumentException("no budget can be " + amount.get());
                }
            }
        }

        /** Adds this to the amount, or to nothing when there is no budget; never below zero. */
        record Add(BigDecimal amount) implements Edit {
            public Add {
                if (!World.canBeBudget(amount.abs())) {
                    throw new IllegalArgumentException("nobody adds " + amount);
                }
            }
        }
    }

    /** A refusal in the usual shape: code, description, source. */
    static Fault refusal(int status, String code, String description) {
        return new AnswerWith(status, Reply.JSON, WireJson.text(ErrorBody.of(code, description)));
    }

    private static void refuseNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a time below zero: " + time);
        }
    }

    private static void between(long least, long value, long most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
