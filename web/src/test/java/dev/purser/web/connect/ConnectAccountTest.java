package dev.purser.web.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.history.WrittenEntries.Written;
import dev.purser.domain.partnercenter.InMemoryRefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens.Turn;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import dev.purser.partnercenter.Cloud;
import dev.purser.partnercenter.PartnerCenter;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.partnercenter.TokenVersion;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SignIn;
import dev.purser.simulator.SimulatorSettings;
import dev.purser.web.connect.ConnectAccount.Exit;
import dev.purser.web.format.Bundles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectAccountTest {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {4}(http\\S+)$");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PartnerCenterSimulator microsoft = PartnerCenterSimulator.start(SimulatorSettings.standard());
    private final WrittenEntries history = new WrittenEntries();
    private final Away refreshTokens = new Away(new InMemoryRefreshTokens(InstantSource.system(), history));
    private final Remembered people = new Remembered();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final PipedWriter keyboard = new PipedWriter();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final List<PartnerCenter> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(PartnerCenter::close);
        browser.close();
        microsoft.close();
    }

    /** A database that can be away. */
    private static final class Away implements RefreshTokens {

        private final RefreshTokens tokens;
        private boolean forReading;
        private boolean forWriting;

        Away(RefreshTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public boolean has(Registration registration) {
            if (forReading) {
                throw new IllegalStateException(
                        "wrapped", new IllegalStateException("Connection refused\nat some.Class"));
            }
            return tokens.has(registration);
        }

        @Override
        public Turn take(Registration registration) {
            return tokens.take(registration);
        }

        @Override
        public Kept keep(Turn.Yours turn, String successor) {
            return tokens.keep(turn, successor);
        }

        @Override
        public void release(Turn.Yours turn) {
            tokens.release(turn);
        }

        @Override
        public void connect(Registration registration, String token, Connected how) {
            if (forWriting) {
                throw new IllegalStateException("Connection refused");
            }
            tokens.connect(registration, token, how);
        }
    }

    private static final class Remembered implements People {

        private final List<Identity> met = new ArrayList<>();

        @Override
        public Optional<PersonId> recognise(Identity identity, Set<Role> roles, Instant signedInAt) {
            met.add(identity);
            return Optional.of(new PersonId(UUID.randomUUID()));
        }

        @Override
        public List<String> administrators(PersonId asking) {
            return List.of();
        }

        @Override
        public void endSessions(PersonId person) {
            throw new IllegalStateException("Nobody asked for that");
        }
    }

    private PartnerCenterAccount account(TokenVersion version, String secret) {
        return account(version, secret, microsoft.authority());
    }

    private PartnerCenterAccount account(TokenVersion version, String secret, URI authority) {
        var settings = SimulatorSettings.standard();
        return new PartnerCenterAccount(
                new AccountName("emea"),
                Cloud.GLOBAL,
                settings.tenantId().toString(),
                settings.clientId().toString(),
                secret,
                Optional.empty(),
                microsoft.baseUrl(),
                authority,
                version,
                Optional.empty());
    }

    private PartnerCenterAccount account() {
        return account(TokenVersion.V2, SimulatorSettings.standard().clientSecret());
    }

    private ConnectAccount command(PartnerCenterAccount account) {
        var partnerCenter =
                new PartnerCenter(List.of(account), refreshTokens, InstantSource.system(), new SimpleMeterRegistry());
        opened.add(partnerCenter);
        return new ConnectAccount(
                partnerCenter,
                refreshTokens,
                people,
                InstantSource.system(),
                Bundles.english(ConnectWords.class),
                new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    private CompletableFuture<Exit> started(PartnerCenterAccount account) throws IOException {
        var typed = new PipedReader(keyboard);
        var command = command(account);
        var exit = CompletableFuture.supplyAsync(() -> command.connect(account, 0, typed, PATIENCE));
        waitUntilSaid("Waiting for 10 minutes");
        return exit;
    }

    private void waitUntilSaid(String words) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!said().contains(words)) {
            assertThat(System.nanoTime()).as(said()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private String said() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    private URI address() {
        var address = ADDRESS.matcher(said());
        assertThat(address.find()).as(said()).isTrue();
        return URI.create(address.group(1));
    }

    private URI decision(String decision) {
        return URI.create(
                address().toString().replaceFirst("/oauth2(/v2.0)?/authorize", "/consent") + "&decision=" + decision);
    }

    private HttpResponse<String> visit(URI address) {
        try {
            return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Exit exit(CompletableFuture<Exit> ended) throws Exception {
        return ended.get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void storesWhatThePersonConsentedTo(TokenVersion version) throws Exception {
        var account = account(version, SimulatorSettings.standard().clientSecret());
        var ended = started(account);

        var page = visit(decision("accept"));

        assertThat(exit(ended)).isEqualTo(Exit.CONNECTED);
        assertThat(page.body()).contains("The account EMEA is connected");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(said())
                .endsWith(
                        "The account EMEA is connected: Purser asks for its spend with these rights from now on. A portal that runs needs no restart.\n");
        var stored = (Turn.Yours) refreshTokens.take(account.registration());
        assertThat(people.met).extracting(People.Identity::name).containsExactly("Budget Sync");
        assertThat(history.all())
                .extracting(Written::facts)
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("kind", "account-connected")
                        .containsEntry("secondFactor", "yes")
                        .containsKey("who"));
        assertThat(said()).doesNotContain("simulated-client-secret", stored.token());
    }

    @Test
    void takesAnAddressThatWasPasted() throws Exception {
        var ended = started(account());
        keyboard.write("what now?\n");
        waitUntilSaid("That is not an address to which Microsoft sent a browser");
        try (var elsewhere = HttpClient.newHttpClient()) {
            var sent = elsewhere
                    .send(HttpRequest.newBuilder(decision("accept")).build(), BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            keyboard.write("  " + sent + "\n");
        }

        assertThat(exit(ended)).isEqualTo(Exit.CONNECTED);
    }

    @Test
    void warnsOfASignInWithoutASecondFactor() throws Exception {
        microsoft.signIn().use(SignIn.SecondFactor.NOT_USED);
        var ended = started(account());

        var page = visit(decision("accept"));

        assertThat(exit(ended)).isEqualTo(Exit.CONNECTED);
        assertThat(page.body()).contains("You signed in without a second factor.");
        assertThat(said()).contains("You signed in without a second factor.");
    }

    @Test
    void saysThatTheConsentWasDeclined() throws Exception {
        assertRefused(account(), "cancel", "Nothing was connected: the consent was declined.");
    }

    @Test
    void namesTheTenantOfAPersonFromElsewhere() throws Exception {
        microsoft.signIn().comeFrom(UUID.fromString("00000000-0000-4000-8000-000000000001"));

        assertRefused(
                account(),
                "accept",
                "Nothing was connected: you signed in to the tenant 00000000-0000-4000-8000-000000000001,"
                        + " but the account EMEA belongs to 5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17.");
    }

    @Test
    void saysWhichSettingHoldsTheWrongSecret() throws Exception {
        assertRefused(
                account(TokenVersion.V2, "wrong"),
                "accept",
                "Nothing was connected: Microsoft says “AADSTS7000215: The client secret is not the right one.”"
                        + " (invalid_client). The application’s secret in PURSER_ACCOUNTS_EMEA_CLIENT_SECRET is not the right one.");
    }

    private void assertRefused(PartnerCenterAccount account, String decision, String sentence) throws Exception {
        var ended = started(account);

        var page = visit(decision(decision));

        assertThat(exit(ended)).isEqualTo(Exit.NOT_CONNECTED);
        assertThat(said()).contains(sentence);
        assertThat(page.body()).contains(sentence);
        assertThat(refreshTokens.has(account.registration())).isFalse();
        assertThat(history.all()).isEmpty();
    }

    @Test
    void goesOnWaitingAfterAnAnswerThatIsNotItsOwn() throws Exception {
        var ended = started(account());
        var redirect = address().toString().replaceFirst(".*redirect_uri=http%3A%2F%2Flocalhost%3A(\\d+).*", "$1");

        var page = visit(URI.create("http://localhost:" + redirect + "/?state=made-up&code=x"));
        assertThat(page.body()).contains("This answer belongs to another sign-in.");
        assertThat(visit(URI.create("http://localhost:" + redirect + "/favicon.ico"))
                        .statusCode())
                .isEqualTo(404);
        visit(decision("accept"));

        assertThat(exit(ended)).isEqualTo(Exit.CONNECTED);
    }

    @Test
    void showsWhatMicrosoftSaysAsTextAlone() throws Exception {
        var ended = started(account());
        UnaryOperator<String> query = name -> address().toString().replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
        var port = query.apply("redirect_uri").replaceFirst(".*%3A", "");

        var page = visit(URI.create("http://localhost:" + port + "/?state=" + query.apply("state")
                + "&error=server_error&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E%0D%0ATrace%20ID:%201"));

        assertThat(exit(ended)).isEqualTo(Exit.NOT_CONNECTED);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>", "Trace ID");
    }

    @Test
    void beginsNothingWhileTheDatabaseIsAway() {
        refreshTokens.forReading = true;
        var account = account();

        assertThat(command(account).connect(account, 0, new StringReader(""), PATIENCE))
                .isEqualTo(Exit.NO_DATABASE);

        assertThat(said())
                .isEqualTo("The database cannot be reached, so that nothing could be stored: Connection refused\n");
    }

    @Test
    void saysThatTheConsentMayNotHaveBeenStored() throws Exception {
        refreshTokens.forWriting = true;
        var ended = started(account());

        var page = visit(decision("accept"));

        assertThat(exit(ended)).isEqualTo(Exit.NO_DATABASE);
        assertThat(page.body()).contains("The consent may or may not have been stored");
    }

    @Test
    void endsWhenNobodyComes() {
        var account = account();

        assertThat(command(account).connect(account, 0, new StringReader(""), Duration.ZERO))
                .isEqualTo(Exit.NOBODY_CAME);

        assertThat(said()).contains("Nothing was connected: nobody came back from Microsoft");
    }

    @Test
    void endsWhenItIsToldTo() throws Exception {
        var account = account();
        var command = command(account);
        command.end();

        assertThat(command.connect(account, 0, new StringReader(""), PATIENCE)).isEqualTo(Exit.NOBODY_CAME);

        assertThat(said()).endsWith("Nothing was connected: the command was ended.\n");
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        var account = account();
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(command(account).connect(account, other.getLocalPort(), new StringReader(""), PATIENCE))
                    .isEqualTo(Exit.USAGE);
        }

        assertThat(said()).contains("choose another one with --port");
    }
}
