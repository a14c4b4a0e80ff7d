package dev.purser.web.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The variables by which an operator sets Purser, while they are read: notes what is wrong with each instead of stopping
 * at the first.
 */
final class Variables {

    private static final String FILE = "_FILE";

    /** What Kubernetes tells every container of the services beside it; a service may be called {@code purser}. */
    private static final Pattern INJECTED = Pattern.compile(
            "PURSER(_[A-Z0-9_]+)?_(SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)?");

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    Variables(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            // A variable that is set to nothing is how many tools say that it is not set.
            if (!value.isBlank()) {
                values.put(name, value.strip());
            }
        });
    }

    Optional<String> text(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name));
    }

    /** A value that may stand in a file instead, named by the variable with {@code _FILE} behind it. */
    Optional<String> secret(String name) {
        var direct = text(name);
        var file = text(name + FILE);
        if (direct.isPresent() && file.isPresent()) {
            complain(name + " and " + name + FILE + " are both set: keep one of them");
        }
        return direct.or(() -> file.flatMap(path -> contents(name + FILE, path)));
    }

    private Optional<String> contents(String name, String path) {
        try {
            var text = Files.readString(Path.of(path)).strip();
            if (text.isEmpty()) {
                complain(name + ": the file is empty: " + path);
            }
            return Optional.of(text).filter(found -> !found.isEmpty());
        } catch (IOException | IllegalArgumentException e) {
            complain(name + ": the file cannot be read: " + path);
            return Optional.empty();
        }
    }

    /** The value as something; what cannot be read is noted, with what would do. */
    <T> Optional<T> as(String name, Function<String, T> reading, String expected) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(reading.apply(value));
            } catch (IllegalArgumentException | DateTimeException e) {
                complain(name + " is " + value + ", but must be " + expected);
                return Optional.empty();
            }
        });
    }

    /** ISO-8601 ({@code PT5M}) or as Quarkus writes durations: {@code 5m}, {@code 60s}, {@code 300}. */
    Optional<Duration> duration(String name) {
        return as(name, Variables::parse, "a duration such as PT5M or 5m");
    }

    private static Duration parse(String value) {
        var plain = SHORT_DURATION.matcher(value.toLowerCase(Locale.ROOT));
        if (!plain.matches()) {
            var iso = Duration.parse(value.toUpperCase(Locale.ROOT).startsWith("P") ? value : "PT" + value);
            if (iso.isNegative()) {
                throw new IllegalArgumentException("below zero");
            }
            return iso;
        }
        var number = Long.parseLong(plain.group(1));
        return switch (Optional.ofNullable(plain.group(2)).orElse("s")) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    void complain(String line) {
        complaints.add(line);
    }

    /** Every name of ours that nobody has asked for is a mistake, such as a typing error that would go unnoticed. */
    void complainOfUnknown() {
        values.keySet().stream()
                .filter(name -> name.startsWith("PURSER_"))
                .filter(name -> !read.contains(name))
                .filter(name -> !INJECTED.matcher(name).matches())
                .forEach(name -> complain(name + " is not a setting of Purser: see docs/configuration.md"));
    }

    void stopIfBad() {
        if (!complaints.isEmpty()) {
            throw new BadSettings(complaints);
        }
    }
}
