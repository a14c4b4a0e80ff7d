package dev.purser.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told that time passes. */
public final class StoppedClock implements InstantSource {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** The monotonic clock that runs beside it, in nanoseconds from an arbitrary origin. */
    public synchronized long nanos() {
        return Duration.between(START, now).toNanos();
    }

    public synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    /** Lets time pass until that moment, if it is still to come. */
    public synchronized void passesUntil(Instant moment) {
        now = now.isBefore(moment) ? moment : now;
    }
}
