package dev.purser.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that the command line says instead of the usual ones, such as {@code pairs=5}. */
record Given(Map<String, Integer> numbers) {

    /**
     * What arguments say.
     *
     * @param names that may be given
     * @throws IllegalArgumentException if one says something else
     */
    static Given of(List<String> arguments, List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2 || !names.contains(parts[0])) {
                throw new IllegalArgumentException("Not " + String.join("=…, ", names) + "=…: " + argument);
            }
            numbers.put(parts[0], Integer.valueOf(parts[1]));
        }
        return new Given(Map.copyOf(numbers));
    }

    int or(String name, int usual) {
        return numbers.getOrDefault(name, usual);
    }
}
