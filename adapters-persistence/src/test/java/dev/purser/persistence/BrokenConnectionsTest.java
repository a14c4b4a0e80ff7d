package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Changes.Acceptance;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFate;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.portfolio.Reader;
import dev.purser.persistence.CutWire.Outcome;
import dev.purser.persistence.CutWire.Side;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection to the database breaks at every round trip in turn, on either side of the server: of a commit, it is
 * never known then whether it happened.
 */
@QuarkusTest
@WithTestResource(WiredDatabase.class)
class BrokenConnectionsTest {

    /** {@code -Dpurser.breaks.every=1} tries each round trip where a sample is enough otherwise. */
    private static final int EVERY = Integer.getInteger("purser.breaks.every", 5);

    /** Longer than the first look after losing sight. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    @Nullable WiredDatabase database;

    @BeforeEach
    @AfterEach
    void nothingIsOpen() {
        wire().mend();
        installation.endOpenChanges();
    }

    private CutWire wire() {
        if (database == null) {
            throw new IllegalStateException("There is no database");
        }
        return database.wire();
    }

    @ParameterizedTest
    @EnumSource
    void endsTruthfullyWhereverTheConnectionOfANodeBreaks(Side side) {
        assertThat(breakingEvery(1, side, SendFate::appliedWithoutAnswer)).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void endsTruthfullyWhereverItBreaksAndTheAnswerComesAtOnce(Side side) {
        assertThat(breakingEvery(EVERY, side, SendFate::obeyed)).isGreaterThan(25);
    }

    @ParameterizedTest
    @EnumSource
    void endsTruthfullyWhereverItBreaksAndNothingLands(Side side) {
        assertThat(breakingEvery(EVERY, side, SendFate::neverLands)).isGreaterThan(40);
    }

    /** How many round trips there are to break at. */
    private int breakingEvery(int stride, Side side, Supplier<SendFate> fate) {
        var roundTrip = side == Side.BEFORE_THE_SERVER ? 1 : 1 + stride / 2;
        while (breaksAt(roundTrip, side, fate.get()) == Outcome.WAS_CUT) {
            roundTrip += stride;
        }
        return roundTrip;
    }

    private Outcome breaksAt(int roundTrip, Side side, SendFate fate) {
        var portal = new Portal(changes, customers, installation, microsoft -> microsoft);
        portal.microsoft.nextSendings(fate);
        var one = portal.node("node-1");
        var other = portal.node("node-2");
        portal.asks();

        wire().cutAt(roundTrip, side);
        var broke = breaks(() -> {
            Portal.carryOut(one);
            // By way of the same wire: it may break here as well.
            portal.passes(MOMENT);
            Portal.carryOut(one);
        });
        var cut = wire().mend();
        // What breaks while an answer is recorded is mended by whoever knows the answer.
        assertThat(!broke || cut == Outcome.WAS_CUT)
                .as("round trip %d", roundTrip)
                .isTrue();

        // Half of the nodes go on, half of them are never heard of again.
        portal.settle(roundTrip % 2 == 0 ? one : other);
        portal.assertTruth();
        return cut;
    }

    @ParameterizedTest
    @EnumSource
    void recordsTheAnswerOnceWhereverTheConnectionBreaksThen(Side side) {
        var roundTrip = 0;
        Outcome cut;
        do {
            roundTrip++;
            var portal = portalThatIsCutOffAfterSending(roundTrip, side);
            var change = portal.asks();

            portal.node("node-1").next();
            cut = wire().mend();

            assertThat(changes.find(Reader.EVERYTHING, change.id())
                            .orElseThrow()
                            .change()
                            .state())
                    .as("round trip %d", roundTrip)
                    .isInstanceOfSatisfying(
                            ChangeState.Confirmed.class,
                            confirmed -> assertThat(confirmed.evidence()).isEqualTo(Evidence.ANSWER));
            portal.assertTruth();
        } while (cut == Outcome.WAS_CUT);
        assertThat(roundTrip).isGreaterThan(8);
    }

    /** @param roundTrip counted from the answer */
    private Portal portalThatIsCutOffAfterSending(int roundTrip, Side side) {
        return new Portal(changes, customers, installation, microsoft -> new Budgets() {
            @Override
            public Reading<SpendingLimit> read(CustomerId customer) {
                return microsoft.read(customer);
            }

            @Override
            public Answer send(Order order, SendFence fence) {
                var answer = microsoft.send(order, fence);
                wire().cutAt(roundTrip, side);
                return answer;
            }
        });
    }

    private static boolean breaks(Runnable work) {
        try {
            work.run();
            return false;
        } catch (RuntimeException broken) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptsAWishOnceWhereverTheConnectionBreaks(Side side) {
        var roundTrip = 0;
        Outcome cut;
        do {
            roundTrip++;
            var portal = new Portal(changes, customers, installation, microsoft -> microsoft);
            var wish = portal.wish();

            wire().cutAt(roundTrip, side);
            var broke = breaks(() -> changes.accept(Reader.EVERYTHING, wish));
            cut = wire().mend();
            assertThat(broke).as("round trip %d", roundTrip).isEqualTo(cut == Outcome.WAS_CUT);

            // Whoever got no answer sends the form once more, which bears the same id.
            var kept = changes.find(Reader.EVERYTHING, wish.id()).isPresent();
            var again = changes.accept(Reader.EVERYTHING, wish);
            // What is not found yet may be being committed still: PostgreSQL does not notice that nobody waits for it.
            assertThat(again).isInstanceOfAny(Acceptance.Known.class, Acceptance.Accepted.class);
            assertThat(again instanceof Acceptance.Known || !kept).isTrue();
            portal.asked.add(wish.id());
            portal.settle(portal.node("node-1"));
            portal.assertTruth();
        } while (cut == Outcome.WAS_CUT);
        assertThat(roundTrip).isGreaterThan(5);
    }
}
