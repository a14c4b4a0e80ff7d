package dev.purser.chaos.stage;

import dev.purser.demo.Ports;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.SignInServer;
import dev.purser.demo.signin.SignInSettings;
import dev.purser.simulator.Latency;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Everything that a campaign needs, running: PostgreSQL, Partner Center, sign-in, and two nodes of the product. */
public final class Stage implements AutoCloseable {

    /** As customers' addresses name it. */
    public static final String ACCOUNT = "nordstern";

    /** Nodes look for their ports before any of them listens. */
    private static final int APART = 20;

    private static final String CLIENT = "purser";
    private static final String SECRET = "chaos-listens-on-loopback-only-and-keeps-nothing";
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);
    private static final Duration PACE = Duration.ofMillis(200);

    private final PartnerCenterSimulator microsoft;
    private final SignInServer signIn;
    private final PostgresProcess database;
    private final List<Node> nodes;
    private final Balancer balancer;
    private final Limits limits;
    private final Outages outages;

    private Stage(
            PartnerCenterSimulator microsoft,
            SignInServer signIn,
            PostgresProcess database,
            List<Node> nodes,
            Limits limits,
            Outages outages) {
        this.microsoft = microsoft;
        this.signIn = signIn;
        this.database = database;
        this.nodes = List.copyOf(nodes);
        this.balancer = new Balancer(nodes);
        this.limits = limits;
        this.outages = outages;
    }

    /**
     * Starts everything.
     *
     * @param folder an empty one, where all data and logs go
     * @param root of the project, where the product was packaged
     * @param customers how many the simulated partner has
     */
    public static Stage set(Path folder, Path root, int customers, Limits limits, InstantSource clock)
            throws IOException {
        var microsoft = PartnerCenterSimulator.start(SimulatorSettings.standard()
                .withWorldSize(customers)
                .withClock(clock)
                .withLatency(Latency.realistic()));
        var addresses = addresses();
        var signIn = SignInServer.start(new SignInSettings(
                0, addresses, CLIENT, SECRET, folder.resolve("sign-in.key"), DemoPeople.ALL, customers, 1, clock));
        var database = PostgresProcess.start(folder.resolve("database"));
        var nodes = new ArrayList<Node>();
        for (int number = 0; number < addresses.size(); number++) {
            var address = addresses.get(number);
            var management = management(addresses, number);
            var home = Files.createDirectories(folder.resolve("node-" + (number + 1)));
            nodes.add(Node.launch(
                    number,
                    address,
                    management,
                    root,
                    folder.resolve("node-" + (number + 1) + ".log"),
                    settings(home, address, management, microsoft, signIn, database, limits)));
        }
        return new Stage(microsoft, signIn, database, nodes, limits, new Outages(clock));
    }

    /** From below the ranges that systems give to outgoing connections: a node that was killed finds its port free. */
    private static List<URI> addresses() {
        var first = Ports.free(Optional.empty(), ThreadLocalRandom.current().nextInt(10_000, 19_000));
        var second = Ports.free(Optional.empty(), first + 1);
        return List.of(URI.create("http://localhost:" + first), URI.create("http://localhost:" + second));
    }

    /** Behind the ports of all nodes. */
    private static URI management(List<URI> addresses, int number) {
        return URI.create("http://127.0.0.1:"
                + Ports.free(Optional.empty(), addresses.getLast().getPort() + 1 + number * APART));
    }

    private static Map<String, String> settings(
            Path home,
            URI address,
            URI management,
            PartnerCenterSimulator microsoft,
            SignInServer signIn,
            PostgresProcess database,
            Limits limits) {
        var account = SimulatorSettings.standard();
        var settings = new HashMap<String, String>();
        settings.put("PURSER_HOME", home.toString());
        settings.put("PURSER_ACCOUNTS_NORDSTERN_TENANT", account.tenantId().toString());
        settings.put("PURSER_ACCOUNTS_NORDSTERN_CLIENT_ID", account.clientId().toString());
        settings.put("PURSER_ACCOUNTS_NORDSTERN_CLIENT_SECRET", account.clientSecret());
        settings.put("PURSER_ACCOUNTS_NORDSTERN_REFRESH_TOKEN", account.refreshToken());
        settings.put("PURSER_ACCOUNTS_NORDSTERN_BASE_URL", microsoft.baseUrl().toString());
        settings.put(
                "PURSER_ACCOUNTS_NORDSTERN_AUTHORITY", microsoft.authority().toString());
        settings.put("PURSER_LANDING_WINDOW", limits.landing().toString());
        settings.put("PURSER_READ_STALENESS", limits.staleness().toString());
        settings.put("PURSER_SEND_FENCE", limits.fence().toString());
        settings.put("PURSER_PORTFOLIOS", "open");
        settings.put("PURSER_SECRET", SECRET);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.applicationName());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.applicationPassword());
        settings.put("QUARKUS_FLYWAY_USERNAME", database.ownerName());
        settings.put("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", signIn.issuer().toString());
        settings.put("QUARKUS_OIDC_CLIENT_ID", CLIENT);
        settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", SECRET);
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(address.getPort()));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management.getPort()));
        return settings;
    }

    /** Answers once both nodes are ready and all customers have been read. */
    public void awaitReady() throws SQLException {
        nodes.forEach(Node::awaitReady);
        var end = System.nanoTime() + LONGEST_READING.toNanos();
        while (!readAll()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The customers are not read");
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private boolean readAll() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from account_state where completed_at is not null")) {
            return found.next();
        }
    }

    public PartnerCenterSimulator microsoft() {
        return microsoft;
    }

    public PostgresProcess database() {
        return database;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** Between people and nodes. */
    public Balancer balancer() {
        return balancer;
    }

    public Limits limits() {
        return limits;
    }

    public Outages outages() {
        return outages;
    }

    @Override
    public void close() {
        try (microsoft;
                signIn;
                database;
                balancer) {
            nodes.forEach(Node::stop);
        }
    }
}
