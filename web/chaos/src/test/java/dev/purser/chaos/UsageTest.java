package dev.purser.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./purser} says when it is asked how it is used. */
class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "chaos --help", "chaos --seed 7 -h", "bench --help", "demo --help"})
    void isToldBehindAnyCommandAndNothingIsStarted(String arguments, @TempDir Path folder)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "purser"));
        command.addAll(List.of(arguments.split(" ")));
        var said = folder.resolve("said.txt");
        var purser = new ProcessBuilder(command)
                .directory(Path.of("../..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(purser.waitFor(20, TimeUnit.SECONDS)).as("it has ended").isTrue();
        } finally {
            purser.descendants().forEach(ProcessHandle::destroy);
            purser.destroy();
        }
        assertThat(purser.exitValue()).isZero();
        assertThat(said).content().contains("./purser chaos", "[--seed N]", "./purser bench", "[pairs=N]");
    }
}
