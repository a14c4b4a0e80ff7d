package dev.purser.domain.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.RefreshTokens.Connected;
import dev.purser.domain.partnercenter.RefreshTokens.Kept;
import dev.purser.domain.partnercenter.RefreshTokens.Registration;
import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.partnercenter.RefreshTokens.Turn;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link RefreshTokens}. An implementation is right when a class that extends this one is green. */
public abstract class RefreshTokensContract {

    private static final int AT_ONCE = 6;
    private static final String TENANT = "5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17";
    private static final String APPLICATION = "a4c81f27-0b9e-4f65-8d13-62e7c5b0934d";
    private static final Connected NOBODY = new Connected(Optional.empty(), SecondFactor.NOT_TOLD);

    private final AccountName account = new AccountName(UUID.randomUUID().toString());
    private final Registration unset = new Registration(account, TENANT, APPLICATION, Optional.empty());
    private final Registration set = with("setting");

    protected abstract RefreshTokens tokens();

    /** Lets time pass for the clock by which turns lapse. */
    protected abstract void passes(Duration time);

    protected abstract PersonId person(String name);

    /** The facts of the entries of a stream, in their order. */
    protected abstract List<Map<String, String>> entries(Stream stream);

    private Registration with(String setting) {
        return new Registration(account, TENANT, APPLICATION, Optional.of(setting));
    }

    @Test
    void hasNoneWithoutASettingAndAConnection() {
        assertThat(tokens().has(unset)).isFalse();
        assertThat(tokens().take(unset)).isEqualTo(new Turn.None());
    }

    @Test
    void beginsWithTheSetting() {
        assertThat(tokens().has(set)).isTrue();
        assertThat(yours(set).token()).isEqualTo("setting");
    }

    @Test
    void goesOnWithTheNewest() {
        rotate(set, "second");
        rotate(set, "third");

        assertThat(yours(set).token()).isEqualTo("third");
    }

    @Test
    void lendsToOneAtATime() {
        var first = yours(set);

        assertThat(tokens().take(set)).isEqualTo(new Turn.TakenByOthers());
        tokens().release(first);
        assertThat(yours(set).token()).isEqualTo("setting");
    }

    @Test
    void lendsToOneOfManyWhoAskAtOnce() throws Exception {
        rotate(set, "newest");
        var barrier = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Turn> taking = () -> {
                barrier.await(30, TimeUnit.SECONDS);
                return tokens().take(set);
            };
            var turns = threads
                    .invokeAll(IntStream.range(0, AT_ONCE).mapToObj(_ -> taking).toList())
                    .stream()
                    .map(RefreshTokensContract::got)
                    .toList();

            assertThat(turns).filteredOn(Turn.Yours.class::isInstance).hasSize(1);
            assertThat(turns).filteredOn(new Turn.TakenByOthers()::equals).hasSize(AT_ONCE - 1);
        }
    }

    private static Turn got(Future<Turn> turn) {
        try {
            return turn.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void lendsAgainWhenATurnHasLapsed() {
        yours(set);
        passes(RefreshTokens.LONGEST_TURN.minusSeconds(5));
        assertThat(tokens().take(set)).isEqualTo(new Turn.TakenByOthers());

        passes(Duration.ofSeconds(6));

        assertThat(yours(set).token()).isEqualTo("setting");
    }

    @Test
    void keepsWhatALapsedTurnBringsIfNobodyWasFaster() {
        var late = yours(set);
        passes(RefreshTokens.LONGEST_TURN.plusSeconds(1));
        var other = yours(set);

        assertThat(tokens().keep(late, "late")).isEqualTo(Kept.AS_NEWEST);

        assertThat(tokens().take(set)).as("the other's turn goes on").isEqualTo(new Turn.TakenByOthers());
        tokens().release(other);
        assertThat(yours(set).token()).isEqualTo("late");
    }

    @Test
    void dropsWhatALapsedTurnBringsIfTheChainHasGoneOn() {
        var late = yours(set);
        passes(RefreshTokens.LONGEST_TURN.plusSeconds(1));
        rotate(set, "newest");

        assertThat(tokens().keep(late, "late")).isEqualTo(Kept.NOT_NEEDED);

        assertThat(yours(set).token()).isEqualTo("newest");
    }

    @Test
    void endsNoTurnButTheOneThatIsReleased() {
        var late = yours(set);
        passes(RefreshTokens.LONGEST_TURN.plusSeconds(1));
        yours(set);

        tokens().release(late);

        assertThat(tokens().take(set)).isEqualTo(new Turn.TakenByOthers());
    }

    @Test
    void beginsAnewWhenTheSettingChanges() {
        rotate(set, "second");

        assertThat(yours(with("another")).token()).isEqualTo("another");
    }

    @Test
    void letsNodesWithTheOldAndTheNewSettingBe() {
        rotate(set, "second");
        rotate(with("another"), "second of another");

        rotate(set, "third");

        assertThat(yours(with("another")).token()).isEqualTo("second of another");
        assertThat(yours(set).token()).isEqualTo("third");
    }

    @Test
    void hasNoneOnceTheSettingIsRemoved() {
        rotate(set, "second");

        assertThat(tokens().has(unset)).isFalse();
        assertThat(tokens().take(unset)).isEqualTo(new Turn.None());
    }

    @Test
    void usesTheConnectedOneWithoutASetting() {
        tokens().connect(unset, "connected", NOBODY);

        assertThat(tokens().has(unset)).isTrue();
        rotate(unset, "second");
        assertThat(yours(unset).token()).isEqualTo("second");
    }

    @Test
    void letsTheConnectedOneTakeThePlaceOfTheSetting() {
        rotate(set, "second");

        tokens().connect(set, "connected", NOBODY);

        assertThat(yours(set).token()).isEqualTo("connected");
    }

    @Test
    void letsTheConnectedOneTakeThePlaceOfASettingThatWasNeverUsed() {
        tokens().connect(set, "connected", NOBODY);

        assertThat(yours(set).token()).isEqualTo("connected");
    }

    @Test
    void letsTheConnectedOneCountWhenTheSettingIsRemoved() {
        tokens().connect(set, "connected", NOBODY);
        rotate(set, "second");

        assertThat(yours(unset).token()).isEqualTo("second");
    }

    @Test
    void letsAChangedSettingWinOverTheConnectedOne() {
        tokens().connect(set, "connected", NOBODY);

        assertThat(yours(with("another")).token()).isEqualTo("another");
    }

    @Test
    void connectsAgain() {
        tokens().connect(unset, "connected", NOBODY);
        rotate(unset, "second");

        tokens().connect(unset, "connected again", NOBODY);

        assertThat(yours(unset).token()).isEqualTo("connected again");
    }

    @Test
    void dropsWhatATurnBringsThatBeganBeforeTheConnection() {
        tokens().connect(unset, "connected", NOBODY);
        var ofSetting = yours(set);
        var ofConnected = yours(unset);

        tokens().connect(set, "connected again", NOBODY);

        assertThat(tokens().keep(ofSetting, "late")).isEqualTo(Kept.NOT_NEEDED);
        assertThat(tokens().keep(ofConnected, "late")).isEqualTo(Kept.NOT_NEEDED);
        assertThat(yours(set).token()).isEqualTo("connected again");
    }

    @Test
    void givesNoneToAnotherApplicationTenantOrAccount() {
        tokens().connect(unset, "connected", NOBODY);

        assertThat(tokens().has(new Registration(account, TENANT, "other", Optional.empty())))
                .isFalse();
        assertThat(tokens().take(new Registration(account, "other.example", APPLICATION, Optional.empty())))
                .isEqualTo(new Turn.None());
        var another = new AccountName(UUID.randomUUID().toString());
        assertThat(tokens().take(new Registration(another, TENANT, APPLICATION, Optional.empty())))
                .isEqualTo(new Turn.None());
        assertThat(yours(new Registration(another, TENANT, APPLICATION, Optional.of("setting")))
                        .token())
                .isEqualTo("setting");
    }

    @Test
    void takesATenantAndAnApplicationInAnyCase() {
        tokens().connect(unset, "connected", NOBODY);

        assertThat(yours(new Registration(account, TENANT.toUpperCase(Locale.ROOT), APPLICATION, Optional.empty()))
                        .token())
                .isEqualTo("connected");
    }

    @Test
    void writesTheEntryOfAConnection() {
        tokens().connect(set, "a secret", new Connected(Optional.of(person("Ada")), SecondFactor.USED));

        assertThat(entries(new Stream.OfAccount(account))).singleElement().satisfies(facts -> {
            assertThat(facts)
                    .containsEntry("kind", "account-connected")
                    .containsEntry("number", "1")
                    .containsEntry("tenant", TENANT)
                    .containsEntry("application", APPLICATION)
                    .containsEntry("secondFactor", "yes")
                    .containsKey("who");
            assertThat(facts.toString()).doesNotContain("secret", "Ada", "setting");
        });
    }

    @Test
    void showsNoToken() {
        assertThat(set.toString() + yours(set)).doesNotContain("setting=", "token=", "[setting]", "setting,");
        tokens().connect(unset, "hidden", NOBODY);
        assertThat(yours(unset).toString()).doesNotContain("hidden");
    }

    @Test
    void forgetsTheChainOfAReplacedSettingOnceNobodyUsesIt() {
        var old = with("old");
        rotate(old, "successor of the old");
        passes(RefreshTokens.LONGEST_REPLACEMENT.plusSeconds(5));

        rotate(set, "second");

        assertThat(yours(old).token()).as("begun anew").isEqualTo("old");
        assertThat(yours(set).token()).isEqualTo("second");
    }

    @Test
    void keepsTheChainOfAnotherSettingWhileItIsUsed() {
        var old = with("old");
        rotate(old, "successor of the old");
        passes(RefreshTokens.LONGEST_REPLACEMENT.minusHours(1));
        tokens().release(yours(old));
        passes(Duration.ofHours(2));

        rotate(set, "second");

        assertThat(yours(old).token()).isEqualTo("successor of the old");
    }

    @Test
    void forgetsNothingWhileTheNewSettingHasNotProvenGood() {
        var old = with("old");
        rotate(old, "successor of the old");
        passes(RefreshTokens.LONGEST_REPLACEMENT.plusSeconds(5));

        tokens().release(yours(set));

        assertThat(yours(old).token()).isEqualTo("successor of the old");
    }

    @Test
    void keepsWhatWasConnectedThoughASettingHasReplacedIt() {
        tokens().connect(unset, "connected", NOBODY);
        passes(RefreshTokens.LONGEST_REPLACEMENT.plusSeconds(5));

        rotate(set, "second");

        assertThat(yours(unset).token()).isEqualTo("connected");
    }

    private Turn.Yours yours(Registration registration) {
        return (Turn.Yours) tokens().take(registration);
    }

    private void rotate(Registration registration, String successor) {
        assertThat(tokens().keep(yours(registration), successor)).isEqualTo(Kept.AS_NEWEST);
    }
}
