package dev.purser.bench;

import dev.purser.demo.signin.DemoPerson;
import dev.purser.demo.signin.SignInServer;
import dev.purser.demo.signin.SignInSettings;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.change.CarryOutChanges;
import dev.purser.domain.portfolio.Reader;
import dev.purser.partnercenter.Cloud;
import dev.purser.partnercenter.PartnerCenter;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.partnercenter.TokenVersion;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The portal with customers and a history: a node of the packaged product, which has read all customers of a simulated
 * Partner Center, and people who signed in and had budgets changed.
 */
final class Portal implements AutoCloseable {

    private static final Duration LONGEST_READING = Duration.ofMinutes(15);
    private static final Duration PACE = Duration.ofMillis(200);

    /** Of one customer, so that its page has a history to show. */
    private static final int CHANGES_OF_ONE = 40;

    private static final int WORKERS = 8;
    private static final String CLIENT = "purser";
    private static final String SECRET = "nothing-secret-it-is-only-measured";

    private final PipelineBench.Product product;
    private final TemporaryDatabase database;
    private final Population population;
    private final PartnerCenterSimulator partnerCenter;
    private final SignInServer signIn;
    private final Map<String, String> settings;
    private Launched node;

    private Portal(PipelineBench.Product product, TemporaryDatabase database, Population population)
            throws IOException, InterruptedException {
        this.product = product;
        this.database = database;
        this.population = population;
        this.partnerCenter =
                PartnerCenterSimulator.start(SimulatorSettings.standard().withWorldSize(population.customers()));
        var port = Launched.freePort();
        this.signIn = SignInServer.start(new SignInSettings(
                0,
                List.of(URI.create("http://127.0.0.1:" + port)),
                CLIENT,
                SECRET,
                database.folder().resolve("sign-in.key"),
                Colleagues.ALL,
                population.customers(),
                1,
                InstantSource.system()));
        this.settings = Map.of(
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_OIDC_TENANT_ENABLED",
                "true",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                signIn.issuer().toString(),
                "QUARKUS_OIDC_CLIENT_ID",
                CLIENT,
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                SECRET);
        this.node = Node.start(database.folder(), database, partnerCenter, settings);
    }

    /** A node alone. */
    static Portal open(PipelineBench.Product product, TemporaryDatabase database, Population population)
            throws IOException, InterruptedException {
        return new Portal(product, database, population);
    }

    /** Waits until all customers are read, and lets people work. */
    void fill(Report report) throws IOException, InterruptedException, SQLException {
        var begun = System.nanoTime();
        awaitRead();
        var read = System.nanoTime();
        for (var person : Colleagues.ALL) {
            signIn(person);
        }
        share();
        change();
        // As PostgreSQL does by itself some time: not while something is measured.
        database.execute("vacuum analyze");
        report.line(
                "%d customers, all of them in one portfolio, read in %.0f s; %s changes of %d people, made in %.0f s; %s entries"
                        .formatted(
                                population.customers(),
                                (read - begun) / 1e9,
                                database.ask("select count(*) from change"),
                                Colleagues.MANAGERS.size(),
                                (System.nanoTime() - read) / 1e9,
                                database.ask("select count(*) from entry")));
    }

    private void awaitRead() throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST_READING.toNanos();
        while (!product.requests().within(() -> product.accounts().all(Reader.EVERYTHING)).stream()
                .anyMatch(account -> account.completedAt().isPresent())) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("The customers were not read");
            }
            Thread.sleep(PACE);
        }
    }

    Visitor signIn(DemoPerson person) throws IOException, InterruptedException {
        return Visitor.signIn(node.address(), person);
    }

    /** All customers to the first account manager, and each to one of the others. */
    private void share() throws SQLException {
        database.execute("""
                insert into portfolio (person, account, tenant)
                select p.id, c.account, c.tenant from customer c, person p where p.subject = '%s'""".formatted(Colleagues.MANAGER.subject()));
        var others = Colleagues.MANAGERS.stream()
                .skip(1)
                .map(person -> "'" + person.subject() + "'")
                .toList();
        database.execute("""
                insert into portfolio (person, account, tenant)
                select p.id, c.account, c.tenant
                from (select row_number() over () %% %d as turn, account, tenant from customer) c
                join (select row_number() over () - 1 as turn, id from person where subject in (%s)) p using (turn)""".formatted(others.size(), String.join(", ", others)));
    }

    private void change() throws InterruptedException, SQLException {
        var desks = Colleagues.MANAGERS.stream()
                .map(person -> Desk.of(product, signIn.issuer(), person))
                .toList();
        var customers = withBudget();
        try (var adapter = new PartnerCenter(List.of(account()), InstantSource.system())) {
            var carryOut = new CarryOutChanges(
                    product.changes(),
                    product.customers(),
                    adapter.budgets(),
                    product.timing(),
                    InstantSource.system(),
                    System::nanoTime,
                    (failure, _) -> {
                        throw failure;
                    },
                    "bench");
            for (int from = 0; from < population.changes(); from += customers.size()) {
                var round = Math.min(customers.size(), population.changes() - from);
                Block.of(WORKERS, round, number -> {
                    desks.get(number % desks.size()).ask(List.of(customers.get(number)));
                    carryOut.next();
                });
                settle(carryOut);
            }
            for (int number = 0; number < CHANGES_OF_ONE; number++) {
                desks.get(number % desks.size()).ask(List.of(customers.getFirst()));
                settle(carryOut);
            }
        }
    }

    /** The node works on them as well. */
    private void settle(CarryOutChanges carryOut) throws InterruptedException, SQLException {
        while (!database.ask("select count(*) from change where due_at is not null")
                .equals("0")) {
            if (!carryOut.next()) {
                Thread.sleep(Duration.ofMillis(5));
            }
        }
    }

    private List<CustomerId> withBudget() throws SQLException {
        var tenants = database.ask(
                "select string_agg(tenant::text, ',' order by tenant) from customer where budget > 0 and relationship_ended_at is null");
        return Stream.of(tenants.split(","))
                .map(tenant -> new CustomerId(Node.ACCOUNT, UUID.fromString(tenant)))
                .toList();
    }

    /** Where the customer is shown of whom the most is to be told. */
    String customerPage() throws SQLException {
        var customer = withBudget().getFirst();
        return "/customers/" + customer.account() + "/" + customer.tenant();
    }

    private PartnerCenterAccount account() {
        var settings = SimulatorSettings.standard();
        return new PartnerCenterAccount(
                Node.ACCOUNT,
                Cloud.GLOBAL,
                settings.tenantId().toString(),
                settings.clientId().toString(),
                settings.clientSecret(),
                Optional.empty(),
                partnerCenter.baseUrl(),
                partnerCenter.authority(),
                TokenVersion.V2,
                Optional.empty());
    }

    Launched node() {
        return node;
    }

    /**
     * Stops the node and begins another one in its place.
     *
     * @param options further ones of the JVM
     */
    Launched beginAnew(List<String> options) throws IOException {
        node.close();
        node = Node.begin(database.folder(), database, partnerCenter, options, settings);
        return node;
    }

    @Override
    public void close() {
        node.close();
        signIn.close();
        partnerCenter.close();
    }
}
