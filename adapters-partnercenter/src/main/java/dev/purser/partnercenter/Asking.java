package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import dev.purser.partnercenter.TokenOutcome.Granted;
import dev.purser.partnercenter.TokenOutcome.Refused;
import dev.purser.partnercenter.TokenOutcome.Throttled;
import dev.purser.partnercenter.TokenOutcome.Unavailable;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One question on its way to an answer. It changes nothing at Microsoft, so that it is asked again after what usually
 * passes: a broken connection, silence, 408, 429, 500, 502, 503 and 504. It is asked at most {@value #MOST_REPETITIONS}
 * times more, not longer than {@link TimeLimits#question}, and once more with a new token after the first 401. No other
 * answer gets better by asking again.
 */
final class Asking<T> {

    private static final int MOST_REPETITIONS = 3;

    /**
     * Who is asked to wait longer is better told so: the caller has other things to do meanwhile, and can remember it for
     * the other nodes.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Set<Integer> PASSING = Set.of(408, 500, 502, 503, 504);

    private final Connection connection;
    private final Question<T> question;
    private final TimeLimits limits;
    private final long begun = System.nanoTime();
    /** Microsoft wants the same one for the same wish. */
    private UUID request = UUID.randomUUID();

    private boolean tokenRenewed;

    Asking(Connection connection, Question<T> question, TimeLimits limits) {
        this.connection = connection;
        this.question = question;
        this.limits = question.extent().limits(limits);
    }

    /** What came of asking once. */
    private sealed interface Outcome<T> {

        Reading<T> reading();

        record Settled<T>(Reading<T> reading) implements Outcome<T> {}

        /** @param pause that Microsoft asks for, if it does */
        record Passing<T>(Reading<T> reading, Optional<Duration> pause) implements Outcome<T> {}
    }

    Reading<T> reading() {
        var outcome = once();
        for (var repetition = 1; waitedToAskAgain(outcome, repetition); repetition++) {
            outcome = once();
        }
        return outcome.reading();
    }

    /** False, without waiting, where asking again would be of no use or too late. */
    private boolean waitedToAskAgain(Outcome<T> outcome, int repetition) {
        return switch (outcome) {
            case Outcome.Settled<T> settled -> false;
            case Outcome.Passing<T> passing ->
                repetition <= MOST_REPETITIONS && waited(passing.pause().orElseGet(() -> backOff(repetition)));
        };
    }

    /** Twice as long each time, and up to half as much again, so that those who failed together do not return together. */
    private Duration backOff(int repetition) {
        var pause = limits.repetition().multipliedBy(1L << (repetition - 1));
        return pause.plusNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 2 + 1));
    }

    /** Whether there was time to wait, and is time to ask. */
    private boolean waited(Duration pause) {
        if (pause.compareTo(LONGEST_PAUSE) > 0 || pause.compareTo(left()) >= 0) {
            return false;
        }
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration left() {
        return limits.question().minusNanos(System.nanoTime() - begun);
    }

    private Outcome<T> once() {
        var correlation = UUID.randomUUID();
        return switch (connection.tokens(question.credential()).get(correlation)) {
            case Granted(var token) -> once(token, correlation);
            case Refused(var refusal) -> new Outcome.Settled<>(new Reading.Refused<>(refusal));
            case Throttled(var pause) -> new Outcome.Settled<>(new Reading.Throttled<>(pause, correlation));
            case Unavailable(var trouble) -> new Outcome.Settled<>(new Reading.Unavailable<>(trouble, correlation));
        };
    }

    private Outcome<T> once(Token token, UUID correlation) {
        var headers = ApiHeaders.of(token, request, correlation);
        question.continuation().ifPresent(text -> headers.put(ApiHeaders.CONTINUATION, text));
        var call = new HttpCall(
                HttpMethod.GET,
                question.address(),
                headers,
                Optional.empty(),
                question.extent().longestAnswer());
        return switch (connection.calls().make(call, limits.within(left()))) {
            case Answered answer when answer.status() == 401 -> unauthorized(token, answer, correlation);
            case Answered answer -> answered(answer, correlation);
            case NotSent(var trouble) -> broken(trouble, correlation);
            case NoAnswer(var trouble) -> broken(trouble, correlation);
            case HeldBack _ -> throw new IllegalStateException("A question has no fence");
        };
    }

    private Outcome<T> unauthorized(Token token, Answered answer, UUID correlation) {
        connection.tokens(question.credential()).discard(token);
        if (tokenRenewed) {
            return new Outcome.Settled<>(new Reading.Refused<>(Fault.of(answer).refusal(correlation)));
        }
        tokenRenewed = true;
        request = UUID.randomUUID();
        return once();
    }

    private Outcome<T> answered(Answered answer, UUID correlation) {
        var status = answer.status();
        if (answer.succeeded()) {
            return new Outcome.Settled<>(read(answer, correlation));
        }
        if (status == 429) {
            var pause = connection.pauses().askedFor(answer);
            return new Outcome.Passing<>(new Reading.Throttled<>(pause, correlation), Optional.of(pause));
        }
        var fault = Fault.of(answer);
        if (PASSING.contains(status)) {
            return new Outcome.Passing<>(
                    new Reading.Unavailable<>(fault.trouble(), correlation),
                    connection.pauses().told(answer));
        }
        return new Outcome.Settled<>(
                status >= 400 && status < 500
                        ? new Reading.Refused<>(fault.refusal(correlation))
                        : new Reading.Unavailable<>(fault.trouble(), correlation));
    }

    private Reading<T> read(Answered answer, UUID correlation) {
        try {
            return new Reading.Read<>(question.reader().read(answer.body()), correlation);
        } catch (UnreadableAnswer unreadable) {
            return new Reading.Unavailable<>(unreadable.trouble(answer.status()), correlation);
        }
    }

    private static <T> Outcome<T> broken(Trouble trouble, UUID correlation) {
        var reading = new Reading.Unavailable<T>(trouble, correlation);
        return switch (trouble.kind()) {
            case NOT_REACHED, BROKEN_OFF, NO_ANSWER -> new Outcome.Passing<>(reading, Optional.empty());
            case SERVICE_ERROR,
                    UNREADABLE,
                    OTHER_BUDGET_SHOWN,
                    EARLIER_UNANSWERED,
                    PORTAL_STOPPED,
                    ACCOUNT_NOT_SET_UP -> new Outcome.Settled<>(reading);
        };
    }
}
