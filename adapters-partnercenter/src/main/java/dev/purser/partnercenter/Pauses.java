package dev.purser.partnercenter;

import dev.purser.partnercenter.HttpOutcome.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** How long Microsoft asks us to wait ({@code Retry-After}: seconds, or a date), within reason. */
final class Pauses {

    private static final Duration UNTOLD = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** A longer one is more likely a mistake than a wish, and would strand a change. */
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Whoever was sent away together does not come back together: up to a tenth is added. */
    private static final int JITTER_DIVISOR = 10;

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    /** More digits than that are more than {@link #LONGEST} in any case. */
    private static final int MOST_DIGITS = 9;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be safe for several threads */
    Pauses(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** What the answer asks for; where it does not say, or not in a way that can be read, half a minute. */
    Duration askedFor(Answered answer) {
        return told(answer).orElseGet(() -> spread(UNTOLD));
    }

    /** What the answer asks for; empty where it does not say, or not in a way that can be read. */
    Optional<Duration> told(Answered answer) {
        return answer.header("Retry-After")
                .flatMap(text ->
                        SECONDS.matcher(text).matches() ? Optional.of(seconds(text)) : untilMoment(text, answer))
                .map(Pauses::withinReason)
                .map(this::spread);
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    /** Microsoft's date is compared with Microsoft's clock, for ours may go wrong, and so may theirs. */
    private Optional<Duration> untilMoment(String text, Answered answer) {
        var now = answer.header("Date").flatMap(Pauses::moment);
        return moment(text)
                .flatMap(until -> now.map(told -> Duration.between(told, until)).or(() -> byOurClock(until)));
    }

    /** A moment that lies behind us or far ahead says more about our clock than about Microsoft's wish. */
    private Optional<Duration> byOurClock(Instant until) {
        return Optional.of(Duration.between(clock.instant(), until))
                .filter(pause -> pause.isPositive() && pause.compareTo(LONGEST) <= 0);
    }

    private static Duration withinReason(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    }

    private Duration spread(Duration pause) {
        return pause.plusMillis(random.nextLong(pause.toMillis() / JITTER_DIVISOR + 1));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
