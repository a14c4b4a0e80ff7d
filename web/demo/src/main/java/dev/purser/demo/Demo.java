package dev.purser.demo;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.SignInServer;
import dev.purser.demo.signin.SignInSettings;
import dev.purser.simulator.Latency;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatedCustomer;
import dev.purser.simulator.SimulatorSettings;
import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the demo: what the portal talks to first, and then the portal, as it is packaged. */
public final class Demo {

    private static final int PORTAL_PORT = 8080;
    private static final int SIGN_IN_PORT = 8180;
    private static final int MANAGEMENT_PORT = 9000;

    private static final String CLIENT = "purser";
    static final String CLIENT_SECRET = "nothing-secret-the-demo-listens-on-loopback-only";

    private Demo() {}

    public static void main(String... arguments) throws Throwable {
        // Until the portal sets up its log, everything would be written, down to the last detail.
        Logger.getLogger("").setLevel(Level.WARNING);
        // Not the folder of a real installation: the two are never mixed.
        var home = Files.createDirectories(
                Path.of(variable("PURSER_HOME").orElse("data")).resolve("demo"));
        var port = Ports.free(variable("QUARKUS_HTTP_PORT").map(Integer::valueOf), PORTAL_PORT);
        var portal = URI.create("http://localhost:" + port);
        var managementPort = Ports.free(variable("QUARKUS_MANAGEMENT_PORT").map(Integer::valueOf), MANAGEMENT_PORT);
        var management = URI.create("http://127.0.0.1:" + managementPort);
        var partnerCenter = PartnerCenterSimulator.start(SimulatorSettings.standard()
                .withMemory(home.resolve("partner-center.jsonl"))
                .withLatency(Latency.realistic()));
        Trouble.in(partnerCenter);
        var signIn = signIn(portal, home, partnerCenter.world().customers());
        settings(home, port, managementPort, partnerCenter, signIn).forEach(System::setProperty);
        Thread.ofVirtual().start(() -> Welcome.when(portal, management, home, signIn.issuer(), partnerCenter));
        QuarkusEntryPoint.main(arguments);
    }

    private static SignInServer signIn(URI portal, Path home, List<SimulatedCustomer> customers) throws IOException {
        return SignInServer.start(new SignInSettings(
                signInPort(home),
                List.of(portal),
                CLIENT,
                CLIENT_SECRET,
                home.resolve("sign-in.key"),
                DemoPeople.ALL,
                customers.size(),
                (int) customers.stream()
                        .map(SimulatedCustomer::currency)
                        .distinct()
                        .count(),
                InstantSource.system()));
    }

    /** The same as last time where possible: people are known by where they signed in, and the port is part of that. */
    private static int signInPort(Path home) throws IOException {
        var file = home.resolve("sign-in.port");
        if (Files.exists(file)) {
            var last = Integer.parseInt(Files.readString(file).strip());
            // If it is taken, then perhaps by a demo on this very folder, which goes on needing it.
            return Ports.isFree(last) ? last : Ports.free(Optional.empty(), SIGN_IN_PORT);
        }
        var port = Ports.free(Optional.empty(), SIGN_IN_PORT);
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    private static Map<String, String> settings(
            Path home, int port, int managementPort, PartnerCenterSimulator partnerCenter, SignInServer signIn) {
        var account = SimulatorSettings.standard();
        return Map.ofEntries(
                Map.entry("purser.demo", "true"),
                Map.entry("PURSER_HOME", home.toString()),
                Map.entry("PURSER_ACCOUNTS_NORDSTERN_TENANT", account.tenantId().toString()),
                Map.entry(
                        "PURSER_ACCOUNTS_NORDSTERN_CLIENT_ID",
                        account.clientId().toString()),
                Map.entry("PURSER_ACCOUNTS_NORDSTERN_CLIENT_SECRET", account.clientSecret()),
                Map.entry("PURSER_ACCOUNTS_NORDSTERN_REFRESH_TOKEN", account.refreshToken()),
                Map.entry(
                        "PURSER_ACCOUNTS_NORDSTERN_BASE_URL",
                        partnerCenter.baseUrl().toString()),
                Map.entry(
                        "PURSER_ACCOUNTS_NORDSTERN_AUTHORITY",
                        partnerCenter.authority().toString()),
                // The simulator applies at once or never, so certainty need not take six minutes.
                Map.entry(
                        "PURSER_LANDING_WINDOW",
                        variable("PURSER_LANDING_WINDOW").orElse("PT45S")),
                Map.entry(
                        "PURSER_READ_STALENESS",
                        variable("PURSER_READ_STALENESS").orElse("PT5S")),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", signIn.issuer().toString()),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", CLIENT),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", CLIENT_SECRET),
                Map.entry("quarkus.oidc.auth-server-url", signIn.issuer().toString()),
                Map.entry("quarkus.oidc.client-id", CLIENT),
                Map.entry("quarkus.oidc.credentials.secret", CLIENT_SECRET),
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", Integer.toString(port)),
                Map.entry("quarkus.management.port", Integer.toString(managementPort)),
                Map.entry("quarkus.log.level", "WARN"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
