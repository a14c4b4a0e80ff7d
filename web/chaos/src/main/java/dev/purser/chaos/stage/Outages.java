package dev.purser.chaos.stage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** When something was down because the campaign wanted it so. */
public final class Outages {

    /** What was down. */
    public enum What {
        DATABASE,
        FIRST_NODE,
        SECOND_NODE;

        /** The node of this number, 0 or 1. */
        public static What node(int number) {
            return number == 0 ? FIRST_NODE : SECOND_NODE;
        }
    }

    private record Outage(What what, Instant from, Instant until) {}

    private final InstantSource clock;
    private final List<Outage> outages = new ArrayList<>();

    public Outages(InstantSource clock) {
        this.clock = clock;
    }

    /** It is about to go down; it is back with {@link #ends}. */
    public synchronized void begins(What what) {
        outages.add(new Outage(what, clock.instant(), Instant.MAX));
    }

    /** It answers again. */
    public synchronized void ends(What what) {
        outages.replaceAll(outage -> outage.what == what && outage.until.equals(Instant.MAX)
                ? new Outage(what, outage.from, clock.instant())
                : outage);
    }

    /** Whether it was down at any moment of this time. */
    public synchronized boolean touched(What what, Instant from, Instant until) {
        return outages.stream()
                .anyMatch(outage -> outage.what == what && outage.from.isBefore(until) && from.isBefore(outage.until));
    }

    /** How often it went down. */
    public synchronized long count(What what) {
        return outages.stream().filter(outage -> outage.what == what).count();
    }
}
