package dev.purser.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process that opens a home, says so and stays until it is killed. */
final class OtherPurser implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String READY = "ready at ";

    private final Process process;
    private final String jdbcUrl;

    private OtherPurser(Process process, String jdbcUrl) {
        this.process = process;
        this.jdbcUrl = jdbcUrl;
    }

    public static void main(String[] arguments) throws InterruptedException {
        OwnDatabase database = OwnDatabase.open(Path.of(arguments[0]));
        IO.println(READY + database.jdbcUrl());
        Thread.currentThread().join();
    }

    static OtherPurser on(Path home) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherPurser.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        try {
            String jdbcUrl =
                    CompletableFuture.supplyAsync(() -> readyAt(process)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new OtherPurser(process, jdbcUrl);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String readyAt(Process process) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    return line.substring(READY.length());
                }
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new IllegalStateException("the other process cannot be read", e);
        }
        throw new IllegalStateException("the other process ended, saying: " + said);
    }

    /** What runs of the programs in this home, whoever started it. */
    static List<String> commandsIn(Path home) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(process -> process.info().command())
                    .flatMap(Optional::stream)
                    .filter(command -> Path.of(command).startsWith(home))
                    .toList();
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: it gets no chance to tidy up. */
    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
