package dev.purser.simulator;

import java.time.Duration;

/** How long an undisturbed answer takes: evenly spread between the two. */
public record Latency(Duration least, Duration most) {

    public Latency {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("not a span of time: " + least + " to " + most);
        }
    }

    /** Answers at once, as tests want it. */
    public static Latency none() {
        return new Latency(Duration.ZERO, Duration.ZERO);
    }

    /** 60 to 250 ms, as people are used to from the real service. */
    public static Latency realistic() {
        return new Latency(Duration.ofMillis(60), Duration.ofMillis(250));
    }
}
