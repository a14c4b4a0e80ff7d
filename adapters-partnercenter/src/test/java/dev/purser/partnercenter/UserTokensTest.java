package dev.purser.partnercenter;

import static dev.purser.partnercenter.WireStage.EMEA;
import static dev.purser.partnercenter.WireStage.NORDLICHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.InMemoryRefreshTokens;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens.Connected;
import dev.purser.domain.partnercenter.RefreshTokens.Registration;
import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.partnercenter.RefreshTokens.Turn;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserTokensTest {

    private static final Connected NOBODY = new Connected(Optional.empty(), SecondFactor.NOT_TOLD);

    private final RawServer authority = new RawServer();
    private final RawServer api = new RawServer();
    private final SettableClock clock = new SettableClock();
    private final Database database = new Database(new InMemoryRefreshTokens(clock, new WrittenEntries()));
    private final List<PartnerCenter> nodes = new ArrayList<>();
    private final Provider provider = new Provider();

    UserTokensTest() {
        authority.answer(provider::answer);
        api.answer(_ -> Reply.sample(200, "usage-summary-200.json"));
    }

    @AfterEach
    void stop() {
        nodes.forEach(PartnerCenter::close);
        api.close();
        authority.close();
    }

    /** Where refresh tokens are kept, which can be away for a while. */
    private static final class Database implements RefreshTokens {

        private final RefreshTokens tokens;
        private volatile boolean away;

        Database(RefreshTokens tokens) {
            this.tokens = tokens;
        }

        private RefreshTokens reached() {
            if (away) {
                throw new IllegalStateException("connection refused (made up)");
            }
            return tokens;
        }

        @Override
        public boolean has(Registration registration) {
            return reached().has(registration);
        }

        @Override
        public Turn take(Registration registration) {
            return reached().take(registration);
        }

        @Override
        public Kept keep(Turn.Yours turn, String successor) {
            return reached().keep(turn, successor);
        }

        @Override
        public void release(Turn.Yours turn) {
            reached().release(turn);
        }

        @Override
        public void connect(Registration registration, String token, Connected how) {
            reached().connect(registration, token, how);
        }
    }

    /** Takes each refresh token once, and hands out access tokens that are stale at once. */
    private static final class Provider {

        private final AtomicInteger refused = new AtomicInteger();
        private String newest = "token-0";
        private int issued;
        private Runnable meanwhile = () -> {};

        synchronized Reply answer(RawRequest request) {
            meanwhile.run();
            if (!request.body().contains("&refresh_token=" + newest + "&")) {
                refused.incrementAndGet();
                return Reply.sample(400, "token-error-invalid-grant-400.json");
            }
            newest = "token-" + ++issued;
            return Reply.json(
                    200,
                    "{\"access_token\":\"access-%s\",\"expires_in\":0.5,\"refresh_token\":\"%s\"}"
                            .formatted(issued, newest));
        }

        synchronized String newest() {
            return newest;
        }
    }

    private PartnerCenterAccount account(Optional<String> setting) {
        return new PartnerCenterAccount(
                EMEA,
                Cloud.GLOBAL,
                WireStage.TENANT,
                "client",
                "secret",
                setting,
                api.url(),
                authority.url(),
                TokenVersion.V2,
                Optional.empty());
    }

    private PartnerCenter node(Optional<String> setting) {
        var node = new PartnerCenter(
                List.of(account(setting)), database, clock, clock::nanos, WireStage.PATIENT, new SimpleMeterRegistry());
        nodes.add(node);
        return node;
    }

    private PartnerCenter node() {
        return node(Optional.of("token-0"));
    }

    private static Reading<CustomerUsage> read(PartnerCenter node) {
        return node.usages().read(NORDLICHT);
    }

    private String stored() {
        var turn = (Turn.Yours) database.tokens.take(registration());
        database.tokens.release(turn);
        return turn.token();
    }

    @Test
    void goesOnWithTheNewestAfterARestart() {
        var first = node();
        assertThat(read(first)).isInstanceOf(Reading.Read.class);
        assertThat(read(first)).isInstanceOf(Reading.Read.class);
        first.close();

        assertThat(read(node())).isInstanceOf(Reading.Read.class);

        assertThat(provider.refused).hasValue(0);
        assertThat(stored()).isEqualTo("token-3").isEqualTo(provider.newest());
    }

    @Test
    void neverLosesTheNewestBetweenTwoNodesWhereEachTokenIsTakenOnce() throws InterruptedException {
        var both = List.of(node(), node());
        var threads = Stream.concat(both.stream(), both.stream())
                .map(node -> Thread.ofVirtual()
                        .unstarted(() -> IntStream.range(0, 15)
                                .forEach(_ -> assertThat(read(node)).isInstanceOf(Reading.Read.class))))
                .toList();
        var failures = new ArrayList<Throwable>();
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((_, failure) -> {
            synchronized (failures) {
                failures.add(failure);
            }
        }));
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(provider.refused).hasValue(0);
        assertThat(stored()).isEqualTo(provider.newest());
    }

    @Test
    void waitsForTheTurnOfAnotherNode() {
        var others = (Turn.Yours) database.take(registration());
        var reading = new Reading<?>[1];
        var reader = Thread.ofVirtual().start(() -> reading[0] = read(node()));
        Conditions.waitUntil(() -> reader.getState() == Thread.State.TIMED_WAITING);
        assertThat(authority.requests()).isEmpty();

        provider.newest = "token-of-the-other";
        database.keep(others, "token-of-the-other");
        Conditions.waitUntil(() -> !reader.isAlive());

        assertThat(reading[0]).isInstanceOf(Reading.Read.class);
        assertThat(provider.refused).hasValue(0);
    }

    @Test
    void saysThatItMustBeConnectedAgainIfTheNodeWasKilledBeforeItKeptTheSuccessor() {
        var killed = node();
        provider.meanwhile = () -> database.away = true;
        assertThat(read(killed)).isInstanceOf(Reading.Read.class);
        killed.close();
        provider.meanwhile = () -> {};
        database.away = false;
        clock.pass(RefreshTokens.LONGEST_TURN);

        assertThat(read(node()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.CREDENTIALS));

        provider.newest = "token-connected";
        database.connect(registration(), "token-connected", NOBODY);
        assertThat(read(node())).isInstanceOf(Reading.Read.class);
    }

    @Test
    void holdsOnToASuccessorUntilTheDatabaseIsBack() {
        var node = node();
        provider.meanwhile = () -> database.away = true;
        assertThat(read(node)).isInstanceOf(Reading.Read.class);
        provider.meanwhile = () -> {};

        database.away = false;

        Conditions.waitUntil(() -> database.take(registration()) instanceof Turn.Yours turn
                && turn.token().equals("token-1"));
    }

    private Registration registration() {
        return account(Optional.of("token-0")).registration();
    }

    @Test
    void usesTheSuccessorThatSomebodyTooSlowHasKeptMeanwhile() {
        var slow = (Turn.Yours) database.take(registration());
        provider.newest = "token-of-the-slow";
        clock.pass(RefreshTokens.LONGEST_TURN.plusSeconds(1));
        provider.meanwhile = () -> database.keep(slow, "token-of-the-slow");

        assertThat(read(node())).isInstanceOf(Reading.Read.class);

        assertThat(provider.refused).as("the one it began with").hasValue(1);
        assertThat(stored()).isEqualTo(provider.newest());
    }

    @Test
    void readsBudgetsThoughNoRefreshTokenCanBeRead() {
        var node = node();
        database.away = true;
        authority.answer(_ -> WireStage.token("of-the-application"));
        api.answer(_ -> Reply.sample(200, "budget-get-200.json"));

        assertThat(node.budgets().read(NORDLICHT)).isInstanceOf(Reading.Read.class);
        assertThat(node.usages().canRead(EMEA)).isTrue();
        assertThat(read(node))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble().detail())
                                .isEqualTo("token: the database with the refresh token cannot be reached"));
        assertThat(authority.requests()).hasSize(1);
    }

    @Test
    void canReadUsageFromTheMomentOfTheConnectionOn() {
        var node = node(Optional.empty());
        assertThat(node.usages().canRead(EMEA)).isFalse();

        database.connect(account(Optional.empty()).registration(), "token-0", NOBODY);

        assertThat(node.usages().canRead(EMEA)).isTrue();
        assertThat(read(node)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void asksOnceWhenTheNewestIsRefused() {
        provider.newest = "another";

        assertThat(read(node())).isInstanceOf(Reading.Refused.class);

        assertThat(authority.requests()).hasSize(1);
        assertThat(database.take(registration())).as("the turn is over").isInstanceOf(Turn.Yours.class);
    }

    @Test
    void demandsAPlaceForSuccessors() {
        assertThatThrownBy(() -> new PartnerCenter(List.of(account(Optional.of("hidden"))), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Account emea has a refresh token, and nowhere to keep its successors");
        try (var alone = new PartnerCenter(List.of(account(Optional.empty())), clock)) {
            assertThat(alone.usages().canRead(EMEA)).isFalse();
        }
    }

    @Test
    void showsNoSecret() {
        assertThat(new Grant.RefreshToken("hidden").toString()).doesNotContain("hidden");
        assertThat(new TokenAnswer(
                                new TokenOutcome.Granted(
                                        new Token("hidden", TokenLife.begin(clock, clock::nanos, Duration.ZERO))),
                                Optional.of(new TokenJson("hidden", "1", "hidden", "hidden", null, null)))
                        .toString())
                .doesNotContain("hidden");
    }
}
