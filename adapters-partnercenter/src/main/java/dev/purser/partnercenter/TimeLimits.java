package dev.purser.partnercenter;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect until a connection is open, name look-up, TLS and waiting for a free one included
 * @param answer from the first byte sent to the last byte received
 * @param question until a question is given up, with its repetitions, the pauses between them and the token for it; a
 *     last connection may still be opening then
 * @param page what {@code answer} is for a page of a list, which nobody waits for
 * @param repetition before a question is asked a second time; twice as long before the third time, and so on
 */
record TimeLimits(Duration connect, Duration answer, Duration question, Duration page, Duration repetition) {

    /**
     * Connect: a reachable data centre answers within a second anywhere; two lost SYN packets (1 s and 2 s) still fit.
     * Answer: several times what Microsoft usually takes. Question: once in vain for as long as that, and time for
     * another try; a question and a PATCH that both use up their time still fit into a worker's lease of 90 s.
     * Page: Microsoft lists the usage of all customers in one answer, however many they are. Repetition: as Microsoft's
     * own client begins.
     */
    static final TimeLimits STANDARD = new TimeLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(45),
            Duration.ofMinutes(2),
            Duration.ofMillis(500));

    /** With the usual patience for questions, and no more for a page of a list. */
    TimeLimits(Duration connect, Duration answer) {
        this(connect, answer, Duration.ofSeconds(45), answer, Duration.ofMillis(500));
    }

    /** Those of a page of a list: there is as much time beside its answer as with any other question. */
    TimeLimits ofPage() {
        return new TimeLimits(connect, page, question.minus(answer).plus(page), page, repetition);
    }

    /** The same, but nothing longer than that. */
    TimeLimits within(Duration left) {
        return new TimeLimits(shorter(connect, left), shorter(answer, left), question, page, repetition);
    }

    private static Duration shorter(Duration one, Duration other) {
        var shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }
}
