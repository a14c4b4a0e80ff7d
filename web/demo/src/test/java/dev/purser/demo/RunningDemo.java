package dev.purser.demo;

import dev.purser.demo.signin.DemoPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A demo in a process of its own, as {@code ./purser demo} starts it from what was packaged. */
final class RunningDemo implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_READING = Duration.ofMinutes(4);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final Path folder;
    private final Path output;
    private final Process process;
    private final URI portal;
    private final URI management;

    private RunningDemo(Path folder, Path output, Process process, URI portal, URI management) {
        this.folder = folder;
        this.output = output;
        this.process = process;
        this.portal = portal;
        this.management = management;
    }

    /**
     * Answers once the portal is ready and has read all customers. So long, Microsoft answers at once: three hundred readings
     * one after the other would take a minute at its own pace.
     */
    static RunningDemo start(Path folder) {
        RunningDemo demo;
        // One after the other: each looks for free ports, and two that look at once find the same.
        synchronized (RunningDemo.class) {
            demo = launch(folder);
            demo.awaitReady();
        }
        demo.microsoft().answerAtOnce();
        var ingrid = Visitor.signedIn(demo, DemoPeople.INGRID);
        Await.until("all customers are read", LONGEST_READING, () -> listed(ingrid) && eachRead(ingrid));
        demo.microsoft().answerAsUsual();
        return demo;
    }

    /** Only starts the process, which may end at once. */
    static RunningDemo launch(Path folder) {
        var port = Ports.any();
        var managementPort = Ports.any();
        var output = folder.resolve("output-" + port + ".txt");
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        "web/target/quarkus-app/quarkus-run.jar:web/demo/target/classes:web/demo/target/lib/*",
                        Demo.class.getName())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().keySet().removeIf(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"));
        command.environment().put("PURSER_HOME", folder.toString());
        command.environment().put("PURSER_TIME_ZONE", "Europe/Berlin");
        command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        command.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        try {
            var process = command.start();
            // A run that is broken off leaves nothing behind that listens.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new RunningDemo(
                    folder,
                    output,
                    process,
                    URI.create("http://localhost:" + port),
                    URI.create("http://127.0.0.1:" + managementPort));
        } catch (IOException e) {
            throw new UncheckedIOException("No process could be started", e);
        }
    }

    private void awaitReady() {
        Await.until(
                "the demo says that it is ready",
                LONGEST_START,
                () -> !process.isAlive() || output().contains("Stop with Ctrl-C"));
        if (!process.isAlive()) {
            throw new AssertionError("The demo has ended:\n" + output());
        }
    }

    /** The list of all that budgets and spend are on comes after the list of names, and tells all at once. */
    private static boolean listed(Visitor ingrid) {
        return !ingrid.get("/customers").body().contains("No customers have been read yet")
                && ingrid.get("/customers?needs=over-budget").body().contains("class=\"used");
    }

    /** A budget counts as read once it was asked for by itself. */
    private static boolean eachRead(Visitor ingrid) {
        return ingrid.get("/customers?needs=not-read-lately").body().contains("No customer matches");
    }

    URI portal() {
        return portal;
    }

    /** Where operators ask. */
    URI management() {
        return management;
    }

    /** All that the process has said until now. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that the product was given for its data. */
    Path home() {
        return folder.resolve("demo");
    }

    SimulatedMicrosoft microsoft() {
        try {
            return new SimulatedMicrosoft(URI.create(Files.readString(home().resolve(Welcome.SIMULATOR_ADDRESS))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the power had failed: nothing is put in order. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** The exit status, once it has ended. */
    int awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The demo did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    /** Deletes a folder of demos that have ended; a database that one of them left behind is stopped first. */
    static void clear(Path folder) throws IOException {
        stopDatabase(folder.resolve("demo/postgresql-18/postmaster.pid"));
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static void stopDatabase(Path pid) throws IOException {
        if (Files.exists(pid)) {
            var number = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            ProcessHandle.of(number).ifPresent(server -> {
                server.destroy();
                Await.until("the database has stopped", LONGEST_STOP, () -> !server.isAlive());
            });
        }
    }
}
