package dev.purser.chaos;

import dev.purser.chaos.stage.Limits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * How a campaign is to be.
 *
 * @param seed decides who meets what, who asks for what, and when something is killed. What the machine makes of it, the
 *     order of events to the millisecond, it does not decide
 * @param kinds names of the kinds, or the beginnings of names; all when empty
 * @param customers how many ask for changes
 * @param duration how long changes are asked for and processes are struck; then everything has time to settle
 * @param limits that the nodes are set to
 */
public record Options(long seed, List<String> kinds, int customers, Duration duration, Limits limits) {

    /** Longer than an answer may take (30 s), so that a request can land when nobody waits for it any more. */
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(35), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private static final int CUSTOMERS = 560;
    private static final Duration DURATION = Duration.ofMinutes(10);

    public Options {
        kinds = List.copyOf(kinds);
        if (customers < 1 || duration.isNegative()) {
            throw new IllegalArgumentException("A campaign needs customers and time");
        }
    }

    /**
     * From the command line.
     *
     * @param seed when none is named
     * @throws IllegalArgumentException that says what cannot be understood
     */
    static Options of(List<String> arguments, long seed) {
        var options = new Options(seed, List.of(), CUSTOMERS, DURATION, LIMITS);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var name = rest.remove();
            var value = Optional.ofNullable(rest.poll())
                    .orElseThrow(() -> new IllegalArgumentException(name + " needs a value"));
            options = options.with(name, value);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seed" -> new Options(Long.parseLong(value), kinds, customers, duration, limits);
            case "--kinds" -> new Options(seed, List.of(value.split(",")), customers, duration, limits);
            case "--customers" -> new Options(seed, kinds, Integer.parseInt(value), duration, limits);
            case "--minutes" -> new Options(seed, kinds, customers, Duration.ofMinutes(Long.parseLong(value)), limits);
            default -> throw new IllegalArgumentException("There is no option " + name);
        };
    }
}
