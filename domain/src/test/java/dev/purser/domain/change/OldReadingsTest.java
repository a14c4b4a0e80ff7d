package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.partnercenter.ReadFate;
import dev.purser.domain.partnercenter.SendFate;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Others change the budget at Microsoft, which may show what they replaced for the read staleness. */
class OldReadingsTest {

    private static final SpendingLimit BEFORE = SpendingLimit.of("4000");
    private static final SpendingLimit SLIP = SpendingLimit.of("5000");
    private static final SpendingLimit NOW = SpendingLimit.of("6000");
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final PortalInMemory portal = new PortalInMemory();

    OldReadingsTest() {
        portal.clock.passes(Duration.ofHours(1));
    }

    @Test
    void confirmsNothingByABudgetThatOthersHaveReplaced() {
        portal.microsoftShows(NOW);
        portal.clock.passes(MOMENT);

        var change = lostAndSeenAgain(BEFORE, Duration.ofSeconds(6));

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);
    }

    @Test
    void confirmsNothingByABudgetThatCameAndWentBetweenTwoReadings() {
        portal.budgets.set(portal.contoso, SLIP);
        portal.clock.passes(MOMENT);
        portal.microsoftShows(NOW);

        var change = lostAndSeenAgain(SLIP, Duration.ofMillis(3_500));

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);
    }

    @Test
    void confirmsByReadingBackAsSoonAsNoOldBudgetCanBeShown() {
        portal.microsoftShows(NOW);
        var change = portal.asked("4000");
        portal.budgets.nextSendings(SendFate.appliedWithoutAnswer());

        portal.passes(PortalInMemory.TIMING.readStaleness().minus(MOMENT));
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);

        portal.passes(Duration.ofMinutes(1));
        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Confirmed.class,
                        confirmed -> assertThat(confirmed.evidence()).isEqualTo(Evidence.READ_BACK));
    }

    @Test
    void blamesNobodyForABudgetThatHasBeenReplaced() {
        portal.microsoftShows(NOW);
        portal.clock.passes(MOMENT);
        var change = portal.asked("6100");
        portal.budgets.nextReadings(ReadFate.stale(Duration.ofSeconds(2)));

        portal.carryOutWhatIsDue();
        assertWaitsForANewReading(change);

        portal.passes(Duration.ofSeconds(5));
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
    }

    @Test
    void sendsNothingOnTheStrengthOfABudgetThatIsKnownToBeReplaced() {
        var change = portal.asked("4100");
        portal.microsoftShows(NOW);
        portal.clock.passes(MOMENT);
        portal.budgets.nextReadings(ReadFate.stale(Duration.ofSeconds(2)));

        portal.carryOutWhatIsDue();
        assertWaitsForANewReading(change);

        portal.passes(Duration.ofSeconds(5));
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Conflict.class);
        assertThat(portal.budgets.received()).isEmpty();
    }

    @Test
    void sendsAtOnceWhatUndoesAnUndoneChange() {
        portal.asked("5k");
        portal.carryOutWhatIsDue();
        portal.asked("4k");
        portal.carryOutWhatIsDue();

        var third = portal.asked("4500");
        portal.carryOutWhatIsDue();

        assertThat(portal.state(third)).isInstanceOf(ChangeState.Confirmed.class);
    }

    /** A change to that budget, whose request never arrived; the first reading afterwards is an old one. */
    private UUID lostAndSeenAgain(SpendingLimit wanted, Duration age) {
        var change = portal.asked(wanted.toString());
        portal.budgets.nextSendings(SendFate.neverLands());
        portal.budgets.nextReadings(ReadFate.fresh(), ReadFate.stale(age));
        portal.carryOutWhatIsDue();
        portal.clock.passes(Change.FIRST_CHECK);
        portal.carryOut.next();
        return change;
    }

    private void assertWaitsForANewReading(UUID change) {
        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Requested.class,
                        requested -> assertThat(requested.waiting().map(Waiting::cause))
                                .contains(Waiting.Cause.OLD_READING));
        assertThat(portal.budgets.received()).isEmpty();
    }
}
