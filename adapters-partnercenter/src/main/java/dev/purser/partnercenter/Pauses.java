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

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be safe for several threads */
    Pauses(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    Duration askedFor(Answered answer) {
        var asked = answer.header("Retry-After")
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : moment(text).map(until -> Duration.between(now(answer), until)))
                .orElse(UNTOLD);
        var pause = asked.compareTo(LONGEST) > 0 ? LONGEST : asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
        return pause.plusMillis(random.nextLong(pause.toMillis() / JITTER_DIVISOR + 1));
    }

    /** Microsoft's date is compared with Microsoft's clock, for ours may go wrong. */
    private Instant now(Answered answer) {
        return answer.header("Date").flatMap(Pauses::moment).orElseGet(clock::instant);
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
