package dev.purser.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.chaos.stage.Limits;
import dev.purser.chaos.stage.Outages.What;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A campaign short enough for every build: some kinds of fault, one kill of a node, one of PostgreSQL. How fast pages are is
 * no matter here: it would depend on what else the machine does. {@code ./purser chaos} judges that too.
 */
class ShortCampaignIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int CUSTOMERS = 36;

    private static final List<String> KINDS = List.of(
            "none",
            "patch-applied-answer-lost",
            "patch-lost",
            "patch-500-after-applying",
            "patch-403-role",
            "patch-429-seconds",
            "patch-401-once",
            "lost-twice",
            "lost-then-400",
            "get-500",
            "outside-edit-before",
            "outside-edit-while-lost",
            "node-dies-unknown",
            "database-dies-asking");

    /** A quarantine of 15 s. */
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(5));

    @Test
    void everyReceiptIsTrueWhileANodeAndTheDatabaseDie(@TempDir Path folder) throws Exception {
        var options = new Options(20_261_121, KINDS, CUSTOMERS, Duration.ofSeconds(20), LIMITS);

        var report = Campaign.run(options, folder, ROOT, InstantSource.system(), _ -> {});

        assertThat(report.findings()).as(report.text()).isEmpty();
        assertThat(report.complaints()).as(report.text()).isEmpty();
        assertThat(report.changes()).isGreaterThanOrEqualTo(CUSTOMERS);
        assertThat(report.timesDown(What.DATABASE)).isPositive();
        // Those of the kinds above, and of the blows that fall at random while there is time.
        assertThat(report.timesDown(What.FIRST_NODE) + report.timesDown(What.SECOND_NODE))
                .isPositive();
        // What takes connections is warm, and works only then.
        for (var log : List.of("node-1.log", "node-2.log")) {
            assertThat(folder.resolve(log))
                    .content()
                    .containsSubsequence("The pages were tried", "Starting scheduler", "Listening on");
        }
    }
}
