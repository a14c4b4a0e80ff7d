package dev.purser.web.format;

import java.time.Duration;

/** How long ago something was, in the one unit that matters. */
public record Age(long count, Unit unit) {

    public enum Unit {
        NOW,
        SECONDS,
        MINUTES,
        HOURS,
        DAYS
    }

    /** What lies ahead, by clocks that differ a little, is now. */
    public static Age of(Duration duration) {
        if (duration.toSeconds() < 1) {
            return new Age(0, Unit.NOW);
        }
        if (duration.toMinutes() < 1) {
            return new Age(duration.toSeconds(), Unit.SECONDS);
        }
        if (duration.toHours() < 1) {
            return new Age(duration.toMinutes(), Unit.MINUTES);
        }
        return duration.toDays() < 2 ? new Age(duration.toHours(), Unit.HOURS) : new Age(duration.toDays(), Unit.DAYS);
    }
}
