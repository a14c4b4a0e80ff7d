package dev.purser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Takes one of the measurements and prints its figures. */
@QuarkusMain
public final class Bench {

    private static final Counts ADAPTER = new Counts(2_000, 8, 15);
    private static final Counts RECOVERY = new Counts(40, 0, 3);
    private static final Counts PIPELINE = new Counts(300, 6, 15);
    private static final Counts PAGES = new Counts(300, 50, 11);
    private static final Counts START = new Counts(100, 1, 5);
    private static final Population POPULATION = new Population(10_000, 10_000);
    private static final Population POPULATION_AT_START = new Population(10_000, 500);
    private static final List<String> PORTAL =
            Stream.concat(Counts.NAMES.stream(), Population.NAMES.stream()).toList();

    private Bench() {}

    /** @param arguments the measurement, and counts where not the usual ones, such as {@code pairs=5} */
    public static void main(String... arguments) throws IOException {
        // Until the framework sets up its log, everything would be written, down to the last detail.
        Logger.getLogger("").setLevel(Level.WARNING);
        var report = new Report(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
        var what = arguments.length == 0 ? "" : arguments[0];
        var further = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (!measure(what, further, report)) {
            report.line("Measurements: adapter, pipeline, recovery, pages, start");
            System.exit(64);
        }
    }

    private static boolean measure(String what, List<String> arguments, Report report) throws IOException {
        switch (what) {
            case "adapter" -> AdapterBench.run(ADAPTER.with(Given.of(arguments, Counts.NAMES)), report);
            case "pipeline" -> PipelineBench.run(PIPELINE.with(Given.of(arguments, Counts.NAMES)), report);
            case "recovery" -> RecoveryBench.run(RECOVERY.with(Given.of(arguments, Counts.NAMES)), report);
            case "pages" -> {
                var given = Given.of(arguments, PORTAL);
                PagesBench.run(POPULATION.with(given), PAGES.with(given), report);
            }
            case "start" -> {
                var given = Given.of(arguments, PORTAL);
                StartBench.run(POPULATION_AT_START.with(given), START.with(given), report);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
