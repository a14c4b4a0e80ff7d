package dev.purser.partnercenter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
final class SettableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-20T09:14:02Z");
    private volatile long nanos;

    @Override
    public Instant instant() {
        return now;
    }

    /** The monotonic clock that runs beside it. */
    long nanos() {
        return nanos;
    }

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the wall clock; no time passes. */
    void set(Duration ahead) {
        now = now.plus(ahead);
    }

    /** The machine sleeps: the monotonic clock stands still. */
    void sleep(Duration time) {
        now = now.plus(time);
    }
}
