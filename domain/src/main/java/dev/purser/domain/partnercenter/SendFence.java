package dev.purser.domain.partnercenter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The moment after which a budget may no longer be sent, counted from just before its intent was recorded. Both the
 * wall clock and the monotonic clock are asked and the one that shows more time counts, since the first can be set back
 * and the second may stand still while a machine sleeps.
 */
public final class SendFence {

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Instant raisedAt;
    private final long raisedAtNanos;
    private final Duration length;

    private SendFence(InstantSource clock, LongSupplier nanos, Duration length) {
        this.clock = clock;
        this.nanos = nanos;
        this.length = length;
        this.raisedAt = clock.instant();
        this.raisedAtNanos = nanos.getAsLong();
    }

    /**
     * @param nanos a monotonic clock in nanoseconds, such as {@code System::nanoTime}
     * @param length how long sending stays permitted ({@code PURSER_SEND_FENCE})
     */
    public static SendFence raise(InstantSource clock, LongSupplier nanos, Duration length) {
        return new SendFence(clock, nanos, length);
    }

    /** Whether the budget may still leave. To be asked when the connection is open, right before the first byte. */
    public boolean permitsSending() {
        var wall = Duration.between(raisedAt, clock.instant());
        var monotonic = Duration.ofNanos(nanos.getAsLong() - raisedAtNanos);
        // A wall clock that was set back shows less than nothing; that is no reason to wait longer.
        return wall.compareTo(length) < 0 && monotonic.compareTo(length) < 0;
    }
}
