package dev.purser.partnercenter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long a token is used, counted from when it was received: its issuer's clock and ours need not agree. Both the wall
 * clock and the monotonic clock are asked and the one that shows more time counts, since the first can be set back and
 * the second may stand still while a machine sleeps.
 */
final class TokenLife {

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Instant receivedAt;
    private final long receivedAtNanos;
    private final Duration length;

    private TokenLife(InstantSource clock, LongSupplier nanos, Duration length) {
        this.clock = clock;
        this.nanos = nanos;
        this.length = length;
        this.receivedAt = clock.instant();
        this.receivedAtNanos = nanos.getAsLong();
    }

    static TokenLife begin(InstantSource clock, LongSupplier nanos, Duration length) {
        return new TokenLife(clock, nanos, length);
    }

    boolean isOver() {
        var wall = Duration.between(receivedAt, clock.instant());
        var monotonic = Duration.ofNanos(nanos.getAsLong() - receivedAtNanos);
        return wall.compareTo(length) >= 0 || monotonic.compareTo(length) >= 0;
    }

    Duration length() {
        return length;
    }
}
