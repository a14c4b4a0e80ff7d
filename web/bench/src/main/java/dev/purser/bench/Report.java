package dev.purser.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plain text for people: what was measured, on what, and tables. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    /** The machine that the figures are of, and how busy it is at the moment. */
    void machine() {
        line("%d processors, load average %.1f, %s %s, %s %s, heap of at most %d MB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        loadAverage(),
                        System.getProperty("java.vendor.version", System.getProperty("java.vendor")),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.getRuntime().maxMemory() >> 20));
    }

    /** How many wanted a processor during the last minute. */
    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    void table(List<String> headings, List<List<String>> rows) {
        var widths = IntStream.range(0, headings.size())
                .map(column -> IntStream.concat(
                                IntStream.of(headings.get(column).length()),
                                rows.stream().mapToInt(row -> row.get(column).length()))
                        .max()
                        .orElseThrow())
                .toArray();
        line(row(headings, widths));
        rows.forEach(row -> line(row(row, widths)));
    }

    /** The first column is words, the others are figures. */
    private static String row(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    var pad = " ".repeat(widths[column] - cells.get(column).length());
                    return column == 0 ? cells.get(column) + pad : pad + cells.get(column);
                })
                .collect(Collectors.joining("  "));
    }
}
