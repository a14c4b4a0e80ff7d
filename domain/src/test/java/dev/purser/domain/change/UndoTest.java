package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeBudget.Consent;
import dev.purser.domain.change.ChangeBudget.Flaw;
import dev.purser.domain.change.ChangeBudget.Result;
import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.ChangeBudget.Wish;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.partnercenter.SendFate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Asking for the budget as it was before a change. */
class UndoTest {

    private static final Consent REMOVAL_SEEN = new Consent.Given(SpendingLimit.notSet(), Set.of("removal"));

    private static final SpendingLimit BEFORE = SpendingLimit.of("4000");

    private final PortalInMemory portal = new PortalInMemory();

    @Test
    void asksForTheBudgetBeforeTheChange() {
        var undone = confirmed("5k");
        var undo = undo(undone);

        assertThat(ask(undo)).isEqualTo(new Result.Accepted(undo.id()));
        portal.carryOutWhatIsDue();

        // Microsoft may show the budget of before for a moment longer, which would prove nothing.
        portal.passes(Duration.ofMinutes(2));
        assertThat(portal.state(undo.id())).isInstanceOf(ChangeState.Confirmed.class);
        assertThat(portal.customers.known(portal.contoso).budget().orElseThrow().limit())
                .isEqualTo(BEFORE);
        assertThat(portal.change(undo.id()).undoes()).contains(undone);
        assertThat(portal.entries.all().stream()
                        .filter(entry ->
                                undo.id().toString().equals(entry.facts().get("change"))))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.facts()).containsEntry("undoes", undone.toString()));
    }

    @Test
    void takesTheSameUndoTwiceAsOneChange() {
        var undo = undo(confirmed("5k"));
        ask(undo);

        assertThat(ask(undo)).isEqualTo(new Result.Accepted(undo.id()));
        portal.passes(Duration.ofMinutes(2));
        assertThat(ask(undo)).isEqualTo(new Result.Accepted(undo.id()));
    }

    @Test
    void takesNoOtherWishForTheUndoThatWasSentUnderItsId() {
        var undo = undo(confirmed("5k"));
        ask(undo);

        for (var wanted :
                List.of(new Wanted.Amount("", ','), new Wanted.Removal(), new Wanted.Undo(UUID.randomUUID()))) {
            assertThat(ask(with(undo, wanted, REMOVAL_SEEN))).isInstanceOf(Result.SentOtherwise.class);
        }
    }

    @Test
    void canItselfBeUndone() {
        var undo = undo(confirmed("5k"));
        ask(undo);
        portal.passes(Duration.ofMinutes(2));

        var again = undo(undo.id());

        assertThat(ask(again)).isEqualTo(new Result.Accepted(again.id()));
        assertThat(portal.change(again.id()).wanted()).isEqualTo(SpendingLimit.of("5000"));
    }

    @Test
    void setsAgainWhatWasRemoved() {
        var removal = with(portal.wish(""), new Wanted.Removal(), REMOVAL_SEEN);
        ask(removal);
        portal.carryOutWhatIsDue();
        var undo = undo(removal.id());

        assertThat(ask(undo)).isEqualTo(new Result.Accepted(undo.id()));
        assertThat(portal.change(undo.id()).wanted()).isEqualTo(BEFORE);
    }

    @Test
    void removesAFirstBudgetOnlyAfterAReview() {
        portal.microsoftShows(SpendingLimit.notSet());
        var undo = undo(confirmed("5k"));

        assertThat(ask(undo))
                .isEqualTo(new Result.ToReview(
                        portal.customers.known(portal.contoso),
                        SpendingLimit.of("5000"),
                        SpendingLimit.notSet(),
                        List.of(new Concern.Removal())));
        assertThat(ask(with(undo, undo.wanted(), REMOVAL_SEEN))).isEqualTo(new Result.Accepted(undo.id()));
        assertThat(portal.change(undo.id()).wanted()).isEqualTo(SpendingLimit.notSet());
    }

    @Test
    void keepsTheRulesOfReview() {
        var lowered = confirmed("2k");
        assertThat(ask(undo(lowered)))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns())
                                .containsExactly(new Concern.SteepRise(new BigDecimal("100.0"))));
    }

    @Test
    void refusesWhenTheBudgetHasMovedOnSince() {
        var undone = confirmed("5k");
        portal.clock.passes(Duration.ofMinutes(5));
        portal.microsoftShows(SpendingLimit.of("7000"));

        for (var consent : List.of(Consent.NOT_ASKED, REMOVAL_SEEN)) {
            assertFlaw(
                    with(undo(undone), new Wanted.Undo(undone), consent),
                    new Flaw.MovedOn(SpendingLimit.of("5000"), SpendingLimit.of("7000")));
        }
    }

    @Test
    void refusesWhatWasNeverConfirmed() {
        portal.budgets.nextSendings(SendFate.neverLands());
        var open = portal.asked("5k");

        assertFlaw(undo(open), new Flaw.NothingToUndo());
        assertFlaw(undo(UUID.randomUUID()), new Flaw.NothingToUndo());
    }

    @Test
    void undoesNoChangeOfAnotherCustomer() {
        var undone = confirmed("5k");
        var fabrikam = portal.customer("Fabrikam");
        portal.people.assign(portal.ada.person(), fabrikam);
        portal.customers.learnBudget(fabrikam, SpendingLimit.of("5000"), portal.customers.now());
        var undo = undo(undone);
        var there = new Wish(undo.id(), fabrikam, undo.wanted(), undo.seen(), "why", "", REMOVAL_SEEN);

        assertThat(ask(there))
                .isEqualTo(new Result.Unusable(portal.customers.known(fabrikam), List.of(new Flaw.NothingToUndo())));
    }

    @Test
    void refusesWhileAnotherChangeIsOpen() {
        var undone = confirmed("5k");
        var other = portal.asked("6k");

        assertThat(ask(undo(undone)))
                .isInstanceOfSatisfying(
                        Result.Occupied.class,
                        occupied -> assertThat(occupied.by().change()).isEqualTo(other));
    }

    @Test
    void waitsForAQuarantineThatIsNotOver() {
        // Confirmed by reading back: the request itself got no answer, and could land once more.
        portal.budgets.nextSendings(SendFate.appliedWithoutAnswer());
        var undone = portal.asked("5k");
        portal.passes(Duration.ofSeconds(10));
        assertThat(portal.state(undone)).isInstanceOf(ChangeState.Confirmed.class);
        var undo = undo(undone);

        assertThat(ask(undo)).isEqualTo(new Result.Accepted(undo.id()));

        assertThat(portal.state(undo.id()))
                .isInstanceOfSatisfying(
                        ChangeState.Requested.class,
                        requested -> assertThat(requested.waiting().map(Waiting::cause))
                                .contains(Waiting.Cause.QUARANTINE));
    }

    private UUID confirmed(String typed) {
        var change = portal.asked(typed);
        portal.carryOutWhatIsDue();
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
        return change;
    }

    private Wish undo(UUID change) {
        return with(portal.wish(""), new Wanted.Undo(change), Consent.NOT_ASKED);
    }

    private static Wish with(Wish wish, Wanted wanted, Consent consent) {
        return new Wish(wish.id(), wish.customer(), wanted, wish.seen(), "undo", "", consent);
    }

    private Result ask(Wish wish) {
        return portal.changeBudget.ask(portal.ada, wish);
    }

    private void assertFlaw(Wish wish, Flaw flaw) {
        assertThat(ask(wish)).isEqualTo(new Result.Unusable(portal.customers.known(portal.contoso), List.of(flaw)));
    }
}
