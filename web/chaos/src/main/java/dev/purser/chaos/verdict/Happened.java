package dev.purser.chaos.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What really happened at Microsoft, as the simulator's journal holds it. */
public final class Happened {

    private Happened() {}

    /**
     * A request to set the budget, as it arrived.
     *
     * @param startedAs position of its start among all starts and ends
     * @param finishedAs position of its end
     * @param how what it met and how it ended, for the reader
     */
    public record Sending(
            String request, String correlation, Instant started, long startedAs, long finishedAs, String how) {

        boolean overlaps(Sending other) {
            return startedAs < other.finishedAs && other.startedAs < finishedAs;
        }
    }

    /** A budget took effect. */
    public record Effect(
            Optional<BigDecimal> before,
            Optional<BigDecimal> after,
            String request,
            String correlation,
            Instant at,
            By by) {}

    /** Who made a budget take effect. */
    public enum By {
        PURSER,
        SOMEBODY_ELSE
    }
}
