package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.simulator.Caller;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.Route;
import dev.purser.simulator.SignIn;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packaged product, connected from a terminal: alone, and beside a portal. */
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("NullAway.Init") // Each test has a folder of its own.
class ConnectTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path JAR =
            Path.of("../target/quarkus-app/quarkus-run.jar").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {4}(http\\S+)$");

    private final PartnerCenterSimulator microsoft = PartnerCenterSimulator.start(SimulatorSettings.standard());
    private final List<Process> started = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createTempDirectory("purser-connect-");
        microsoft.signIn().rotate(SignIn.Rotation.EACH_IS_TAKEN_ONCE);
    }

    @AfterEach
    void clear() throws IOException {
        started.forEach(Process::destroy);
        started.forEach(process -> end(process));
        microsoft.close();
        RunningDemo.clear(folder);
    }

    @Test
    void readsSpendWithWhatWasConnectedBeforeAndWorksBesideThePortal() {
        connect("first.txt", "accept", 0);

        start("portal.txt");
        Await.until(
                "spend was read",
                SOON,
                () -> microsoft.journal().exchanges(Route.USAGE_RECORDS).stream()
                        .anyMatch(exchange -> exchange.caller() == Caller.APP_AND_USER));
        connect("declined.txt", "cancel", 1);
        connect("again.txt", "accept", 0);

        assertThat(output("declined.txt")).contains("Nothing was connected: the consent was declined.");
        assertThat(output("again.txt")).contains("A portal that runs needs no restart.");
        assertThat(microsoft.journal().exchanges(Route.TOKEN))
                .as("each refresh token is taken once, and only the newest was used")
                .allSatisfy(exchange -> assertThat(exchange.status()).hasValue(200));
    }

    private void connect(String output, String decision, int exit) {
        var command = start(output, "connect", "emea");
        Await.until("an address is printed", SOON, () -> output(output).contains("Waiting for 10 minutes"));
        var address = ADDRESS.matcher(output(output));
        assertThat(address.find()).isTrue();
        visit(URI.create(
                address.group(1).replaceFirst("/oauth2/v2.0/authorize", "/consent") + "&decision=" + decision));
        assertThat(end(command)).as(output(output)).isEqualTo(exit);
    }

    private static void visit(URI address) {
        try (var browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            var page = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(String output, String... arguments) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                JAR.toString()));
        line.addAll(List.of(arguments));
        var command = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile());
        var environment = command.environment();
        environment.keySet().removeIf(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"));
        var account = SimulatorSettings.standard();
        environment.put("PURSER_HOME", folder.resolve("demo").toString());
        environment.put("PURSER_ACCOUNTS_EMEA_TENANT", account.tenantId().toString());
        environment.put("PURSER_ACCOUNTS_EMEA_CLIENT_ID", account.clientId().toString());
        environment.put("PURSER_ACCOUNTS_EMEA_CLIENT_SECRET", account.clientSecret());
        environment.put("PURSER_ACCOUNTS_EMEA_BASE_URL", microsoft.baseUrl().toString());
        environment.put("PURSER_ACCOUNTS_EMEA_AUTHORITY", microsoft.authority().toString());
        // Nobody signs in here, so that nobody has to answer there.
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:" + Ports.any());
        environment.put("QUARKUS_OIDC_CLIENT_ID", "purser");
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", Demo.CLIENT_SECRET);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.any()));
        try {
            var process = command.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int end(Process process) {
        try {
            assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
