package dev.purser.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A packaged application in a process of its own, with 256 MB of heap and the options of {@code docs/operations.md}. */
final class Launched implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final URI address;
    private final Path output;

    private Launched(Process process, URI address, Path output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    /**
     * Only begins.
     *
     * @param options further ones of the JVM
     * @param port where it will listen, which {@code settings} have to say too
     * @param output where its log goes
     */
    static Launched begin(Path jar, List<String> options, int port, Map<String, String> settings, Path output)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"));
        environment.putAll(settings);
        var process = builder.start();
        // A run that is broken off leaves nothing behind that listens.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Launched(process, URI.create("http://127.0.0.1:" + port), output);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until a page is there. */
    Launched await(HttpRequest page, Duration pace) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!isThere(http, page)) {
                if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("It has not started:\n" + Files.readString(output));
                }
                Thread.sleep(pace);
            }
        }
        return this;
    }

    private static boolean isThere(HttpClient http, HttpRequest page) throws InterruptedException {
        try {
            return http.send(page, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    /** How leases name it. */
    String name() {
        return "/" + process.pid();
    }

    /** Processor time of all its threads until now. */
    Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The most memory that it has taken until now, in MB, as Linux tells it. */
    long mostMemory() throws IOException {
        return status("VmHWM:");
    }

    /** The memory that it takes, in MB. */
    long memory() throws IOException {
        return status("VmRSS:");
    }

    private long status(String line) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(one -> one.startsWith(line))
                    .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is alive on its heap, in MB: collects first, so that its answers wait for that. */
    long liveHeap() throws IOException, InterruptedException {
        var histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (histogram.waitFor() != 0) {
            throw new IOException("The heap cannot be looked at: " + lines);
        }
        // Total, instances, bytes
        return Long.parseLong(lines.getLast().strip().split(" +")[2]) >> 20;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
