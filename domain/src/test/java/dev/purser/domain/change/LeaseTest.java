package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.ReadFate;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A reading may outlive the lease that it was made under: two requests for a token and two for the budget, each with 5 s
 * to connect and 30 s to answer, are 140 s. Nothing is sent or recorded on it where that does harm.
 */
class LeaseTest {

    private static final Duration LONGEST_READING = Duration.ofSeconds(140);

    private final PortalInMemory portal = new PortalInMemory();

    @Test
    void sendsNothingOnAReadingThatOutlivedItsLease() {
        var change = portal.asked("5k");

        slow(() -> {}).next();

        assertThat(portal.budgets.received()).isEmpty();
        assertThat(portal.entries.kinds(portal.contoso)).containsExactly(EntryKind.CHANGE_REQUESTED);
        portal.carryOutWhatIsDue();
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
        assertThat(portal.budgets.received()).hasSize(1);
    }

    @Test
    void sendsNothingWhereAnotherNodeHasTakenTheChangeMeanwhile() {
        var change = portal.asked("5k");

        slow(portal.carryOut::next).next();

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
        assertThat(portal.budgets.received()).hasSize(1);
        assertThat(portal.entries.kinds(portal.contoso))
                .containsExactly(EntryKind.CHANGE_REQUESTED, EntryKind.CHANGE_SENDING, EntryKind.CHANGE_CONFIRMED);
    }

    @Test
    void recordsNothingThatAnotherNodeHasOvertaken() {
        var change = portal.asked("5k");

        slow(() -> {
                    portal.carryOut.next();
                    portal.budgets.nextReadings(ReadFate.refused(403, "900150"));
                })
                .next();

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
        assertThat(portal.customers.known(portal.contoso).budget().orElseThrow().limit())
                .isEqualTo(SpendingLimit.of("5000"));
    }

    @Test
    void learnsNoBudgetOnAReadingThatAConfirmationHasOvertaken() {
        portal.asked("5k");

        slow(() -> {
                    portal.carryOut.next();
                    portal.budgets.nextReadings(ReadFate.stale(LONGEST_READING));
                })
                .next();

        assertThat(portal.customers.known(portal.contoso).budget().orElseThrow().limit())
                .isEqualTo(SpendingLimit.of("5000"));
    }

    @Test
    void sendsNothingOnceItsNodeIsEnding() {
        var change = portal.asked("5k");
        var node = portal.worker("ending");
        node.beginNoMore();

        node.next();

        assertThat(portal.budgets.received()).isEmpty();
        assertThat(portal.entries.kinds(portal.contoso)).containsExactly(EntryKind.CHANGE_REQUESTED);
        portal.carryOut.next();
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
    }

    /** A node whose readings take that long, with what happens meanwhile. */
    private CarryOutChanges slow(Runnable meanwhile) {
        var budgets = new Budgets() {
            @Override
            public Reading<SpendingLimit> read(CustomerId customer) {
                portal.clock.passes(LONGEST_READING);
                meanwhile.run();
                return portal.budgets.read(customer);
            }

            @Override
            public Answer send(Order order, SendFence fence) {
                return portal.budgets.send(order, fence);
            }
        };
        return new CarryOutChanges(
                portal.changes,
                portal.customers,
                budgets,
                PortalInMemory.TIMING,
                portal.clock,
                portal.clock::nanos,
                (_, time) -> portal.clock.passes(time),
                "slow");
    }
}
