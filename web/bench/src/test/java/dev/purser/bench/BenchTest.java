package dev.purser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That each measurement can still be taken, as it is packaged. What it measures is nobody's promise here. */
class BenchTest {

    private static final int LONGEST_SECONDS = 120;

    /** Twice the lease of 90 s, and four starts of the product. */
    private static final int LONGEST_RECOVERY_SECONDS = 480;

    @Test
    @Timeout(LONGEST_SECONDS)
    void measuresTheAdapter() throws IOException, InterruptedException {
        assertThat(measure("adapter", "calls=20", "warm-up=1", "pairs=2"))
                .filteredOn(line -> line.matches("(GET|PATCH) +(1|8|64) +2( +[\\d.]+){13}"))
                .hasSize(6);
    }

    @Test
    @Timeout(LONGEST_SECONDS)
    void measuresThePipeline() throws IOException, InterruptedException {
        assertThat(measure("pipeline", "calls=10", "warm-up=1", "pairs=2"))
                .filteredOn(line -> line.matches("change +(1|8) +2( +[\\d.]+){13}"))
                .hasSize(2);
    }

    @Test
    @Timeout(LONGEST_SECONDS)
    void measuresThePages() throws IOException, InterruptedException {
        assertThat(measure("pages", "customers=60", "changes=5", "calls=2", "warm-up=0", "pairs=1"))
                .anyMatch(line -> line.matches("/customers +32 +1( +[\\d.]+){13}"))
                .anyMatch(line -> line.matches("/history +32 +1( +[\\d.]+){13}"))
                .anyMatch(line -> line.matches("a customer's +8 +2( +[\\d.]+){8}"))
                .anyMatch(line -> line.matches("The node took at most \\d+ MB .*"));
    }

    /** Waits minutes for leases to end: asked for with {@code -Dpurser.bench.recovery}. */
    @Test
    @EnabledIfSystemProperty(named = "purser.bench.recovery", matches = ".*")
    @Timeout(LONGEST_RECOVERY_SECONDS)
    void measuresRecovery() throws IOException, InterruptedException {
        assertThat(measure("recovery", "calls=3", "pairs=1"))
                .filteredOn(line -> line.matches("(default|short) timing: .*"))
                .hasSize(2);
    }

    /** Five starts of the product: asked for with {@code -Dpurser.bench.start}. */
    @Test
    @EnabledIfSystemProperty(named = "purser.bench.start", matches = ".*")
    @Timeout(LONGEST_RECOVERY_SECONDS)
    void measuresTheStart() throws IOException, InterruptedException {
        assertThat(measure("start", "customers=60", "changes=5", "calls=2", "warm-up=0", "pairs=1"))
                .filteredOn(line -> line.matches("with(out a| the) cache +1( +[\\d.]+){7}"))
                .hasSize(2);
    }

    @Test
    @Timeout(LONGEST_SECONDS)
    void measuresNothingElse() throws IOException, InterruptedException {
        assertThat(run(64, "speed")).anyMatch(line -> line.startsWith("Measurements: "));
    }

    private static List<String> measure(String... arguments) throws IOException, InterruptedException {
        return run(0, arguments);
    }

    private static List<String> run(int expected, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpurser.product=../target/quarkus-app/quarkus-run.jar",
                "-Dpurser.bare=bare/target/quarkus-app/quarkus-run.jar",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(String.join("\n", lines)).isEqualTo(expected);
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
