package dev.purser.partnercenter;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect until a connection is open, name look-up, TLS and waiting for a free one included
 * @param answer from the first byte sent to the last byte received
 */
record TimeLimits(Duration connect, Duration answer) {

    /**
     * Connect: a reachable data centre answers within a second anywhere; two lost SYN packets (1 s and 2 s) still fit.
     * Answer: several times what Microsoft usually takes; a GET and a PATCH that both use it up still fit into a worker's
     * lease of 90 s.
     */
    static final TimeLimits STANDARD = new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(30));
}
