package dev.purser.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param calls in a block, or changes
 * @param warmUp pairs of blocks that are not counted
 */
record Counts(int calls, int warmUp, int pairs) {

    Counts {
        if (calls < 1 || warmUp < 0 || pairs < 1) {
            throw new IllegalArgumentException("Nothing to measure: " + calls + " calls, " + pairs + " pairs");
        }
    }

    /**
     * These, with what arguments such as {@code pairs=5} say otherwise.
     *
     * @throws IllegalArgumentException if one says something else
     */
    Counts with(List<String> arguments) {
        Map<String, Integer> given = new HashMap<>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || !List.of("calls", "warm-up", "pairs").contains(parts[0])) {
                throw new IllegalArgumentException("Not calls=…, warm-up=… or pairs=…: " + argument);
            }
            given.put(parts[0], Integer.valueOf(parts[1]));
        }
        return new Counts(
                given.getOrDefault("calls", calls),
                given.getOrDefault("warm-up", warmUp),
                given.getOrDefault("pairs", pairs));
    }
}
