package dev.purser.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param calls in a block, or changes
 * @param warmUp pairs of blocks that are not counted
 */
record Counts(int calls, int warmUp, int pairs) {

    /** As {@link Given} names them. */
    static final List<String> NAMES = List.of("calls", "warm-up", "pairs");

    Counts {
        if (calls < 1 || warmUp < 0 || pairs < 1) {
            throw new IllegalArgumentException("Nothing to measure: " + calls + " calls, " + pairs + " pairs");
        }
    }

    /** These, with what is given otherwise. */
    Counts with(Given given) {
        return new Counts(given.or("calls", calls), given.or("warm-up", warmUp), given.or("pairs", pairs));
    }
}
