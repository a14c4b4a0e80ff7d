package dev.purser.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Blocks of two ways to do the same, in turns.
 *
 * @param what is done, in a few words
 */
record Comparison(String what, int callers, List<Block> bare, List<Block> ours) {

    static final List<String> HEADINGS = List.of(
            "what",
            "at once",
            "pairs",
            "ratio min",
            "median",
            "max",
            "bare /s",
            "ours /s",
            "bare p50 ms",
            "p95",
            "p99",
            "ours p50 ms",
            "p95",
            "p99",
            "bare cpu µs",
            "ours cpu µs");

    /**
     * Runs pairs after having warmed up. Which of the two comes first changes from pair to pair, so that neither always
     * finds what the other left behind.
     *
     * @param number tells the blocks apart, those of the warm-up included
     */
    static Comparison of(
            String what,
            int callers,
            int warmUp,
            int pairs,
            IntFunction<Block> bareBlock,
            IntFunction<Block> ourBlock) {
        var bare = new ArrayList<Block>();
        var ours = new ArrayList<Block>();
        for (int pair = 0; pair < warmUp + pairs; pair++) {
            var number = pair;
            Supplier<Block> first = () -> bareBlock.apply(number);
            Supplier<Block> second = () -> ourBlock.apply(number);
            var swapped = pair % 2 == 1;
            var one = (swapped ? second : first).get();
            var other = (swapped ? first : second).get();
            if (pair >= warmUp) {
                bare.add(swapped ? other : one);
                ours.add(swapped ? one : other);
            }
        }
        return new Comparison(what, callers, List.copyOf(bare), List.copyOf(ours));
    }

    /** How much of the bare pace ours kept, pair by pair, in ascending order. */
    List<Double> ratios() {
        var ratios = new ArrayList<Double>();
        for (int pair = 0; pair < ours.size(); pair++) {
            ratios.add(ours.get(pair).perSecond() / bare.get(pair).perSecond());
        }
        return ratios.stream().sorted().toList();
    }

    /** One line of the table under {@link #HEADINGS}. */
    List<String> row() {
        var ratios = ratios();
        return List.of(
                what,
                Integer.toString(callers),
                Integer.toString(ours.size()),
                number(ratios.getFirst(), 2),
                number(middle(ratios), 2),
                number(ratios.getLast(), 2),
                number(median(bare, Block::perSecond), 0),
                number(median(ours, Block::perSecond), 0),
                number(median(bare, block -> block.millis(0.5)), 3),
                number(median(bare, block -> block.millis(0.95)), 3),
                number(median(bare, block -> block.millis(0.99)), 3),
                number(median(ours, block -> block.millis(0.5)), 3),
                number(median(ours, block -> block.millis(0.95)), 3),
                number(median(ours, block -> block.millis(0.99)), 3),
                number(median(bare, Block::processorMicrosPerCall), 0),
                number(median(ours, Block::processorMicrosPerCall), 0));
    }

    private static double median(List<Block> blocks, ToDoubleFunction<Block> figure) {
        return middle(blocks.stream().map(figure::applyAsDouble).sorted().toList());
    }

    private static double middle(List<Double> ascending) {
        var upper = ascending.get(ascending.size() / 2);
        return ascending.size() % 2 == 1 ? upper : (ascending.get(ascending.size() / 2 - 1) + upper) / 2;
    }

    private static String number(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
