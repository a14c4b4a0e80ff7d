package dev.purser.chaos.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One process of the packaged product. */
public final class Node {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final int number;
    private final URI address;
    private final URI management;
    private final Path root;
    private final Path output;
    private final Map<String, String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(SHORT).build();
    private volatile Process process;

    private Node(
            int number,
            URI address,
            URI management,
            Path root,
            Path output,
            Map<String, String> settings,
            Process process) {
        this.number = number;
        this.address = address;
        this.management = management;
        this.root = root;
        this.output = output;
        this.settings = settings;
        this.process = process;
    }

    /**
     * Only starts the process.
     *
     * @param management where it says whether it is ready
     * @param root of the project, where the product was packaged
     * @param output where the node's log goes
     */
    static Node launch(int number, URI address, URI management, Path root, Path output, Map<String, String> settings) {
        return new Node(number, address, management, root, output, settings, process(root, output, settings));
    }

    private static Process process(Path root, Path output, Map<String, String> settings) {
        var command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        "web/target/quarkus-app/quarkus-run.jar"))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        command.environment().keySet().removeIf(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"));
        command.environment().putAll(settings);
        try {
            var process = command.start();
            // A run that is broken off leaves nothing behind that listens.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("No process could be started", e);
        }
    }

    /** 0 for the first. */
    public int number() {
        return number;
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** As if the power had failed: nothing is put in order. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** After it was killed; answers once it is ready. */
    public void restart() {
        process = process(root, output, settings);
        awaitReady();
    }

    /** Nothing of it runs until {@link #thaw}, and it does not notice. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " failed with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No signal could be sent", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    void awaitReady() {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Node " + number + " does not become ready; see " + output);
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    /** Whether it says so. */
    boolean ready() {
        try {
            var request = HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                    .timeout(SHORT)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
