package dev.purser.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./purser chaos [--seed N] [--kinds NAME,…] [--customers N] [--minutes N]}. Ends with 0 when every receipt was
 * true, with 1 when one was not or a page broke or was late, with 64 when it was not understood.
 */
public final class Chaos {

    private static final int USAGE = 64;

    private Chaos() {}

    public static void main(String... arguments) throws IOException, SQLException {
        Logger.getLogger("").setLevel(Level.WARNING);
        Options options;
        try {
            options = Options.of(List.of(arguments), ThreadLocalRandom.current().nextLong(1_000_000));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        var folder = Files.createTempDirectory("purser-chaos-");
        System.out.println("Seed " + options.seed() + ". Logs and data are in " + folder);
        var report = Campaign.run(
                options, folder, Path.of("").toAbsolutePath(), InstantSource.system(), System.out::println);
        System.out.println(report.text());
        System.exit(report.clean() ? 0 : 1);
    }
}
