package dev.purser.bench;

import dev.purser.domain.budget.AccountName;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The product as it is packaged ({@code -Dpurser.product}), in a process of its own, with 256 MB of heap. */
final class Node implements AutoCloseable {

    static final AccountName ACCOUNT = CannedPartnerCenter.ACCOUNT;

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Path PRODUCT =
            Path.of(System.getProperty("purser.product", "web/target/quarkus-app/quarkus-run.jar"));

    private final Process process;
    private final URI ready;
    private final Path output;

    private Node(Process process, URI ready, Path output) {
        this.process = process;
        this.ready = ready;
        this.output = output;
    }

    /** @param timing settings that differ from the product's own */
    static Node start(
            Path folder, TemporaryDatabase database, PartnerCenterSimulator partnerCenter, Map<String, String> timing)
            throws IOException, InterruptedException {
        var port = freePort();
        var management = freePort();
        var output = folder.resolve("node-" + port + ".txt");
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        PRODUCT.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = command.environment();
        environment.keySet().removeIf(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"));
        environment.putAll(settings(folder, port, management, database, partnerCenter));
        environment.putAll(timing);
        var node = new Node(command.start(), URI.create("http://127.0.0.1:" + management + "/q/health/ready"), output);
        // A run that is broken off leaves nothing behind that listens.
        Runtime.getRuntime().addShutdownHook(new Thread(node.process::destroyForcibly));
        node.awaitReady();
        return node;
    }

    private static Map<String, String> settings(
            Path folder, int port, int management, TemporaryDatabase database, PartnerCenterSimulator partnerCenter) {
        var opened = database.database();
        var account = SimulatorSettings.standard();
        return Map.ofEntries(
                Map.entry("PURSER_HOME", folder.resolve("node-" + port).toString()),
                Map.entry("PURSER_SECRET", "nothing secret: it is only measured"),
                Map.entry("PURSER_ACCOUNTS_BENCH_TENANT", account.tenantId().toString()),
                Map.entry("PURSER_ACCOUNTS_BENCH_CLIENT_ID", account.clientId().toString()),
                Map.entry("PURSER_ACCOUNTS_BENCH_CLIENT_SECRET", account.clientSecret()),
                Map.entry("PURSER_ACCOUNTS_BENCH_REFRESH_TOKEN", account.refreshToken()),
                Map.entry(
                        "PURSER_ACCOUNTS_BENCH_BASE_URL",
                        partnerCenter.baseUrl().toString()),
                Map.entry(
                        "PURSER_ACCOUNTS_BENCH_AUTHORITY",
                        partnerCenter.authority().toString()),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", opened.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", opened.applicationName()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", opened.applicationPassword()),
                Map.entry("QUARKUS_FLYWAY_USERNAME", opened.ownerName()),
                Map.entry("QUARKUS_FLYWAY_PASSWORD", opened.ownerPassword()),
                // Nobody signs in.
                Map.entry("QUARKUS_OIDC_TENANT_ENABLED", "false"),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9/nobody"),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", "purser"),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", "nothing secret: it is only measured"),
                Map.entry("QUARKUS_LOG_LEVEL", "WARN"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!isReady(http)) {
                if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("A node has not started:\n" + Files.readString(output));
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** How leases name it. */
    String name() {
        return "/" + process.pid();
    }

    /** The most memory that it has taken until now, in MB, as Linux tells it. */
    long mostMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElseThrow();
        }
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
