package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.TypedAmount;
import dev.purser.domain.change.ChangeBudget.Consent;
import dev.purser.domain.change.ChangeBudget.Flaw;
import dev.purser.domain.change.ChangeBudget.Prospect;
import dev.purser.domain.change.ChangeBudget.Result;
import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.ChangeBudget.Wish;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.portfolio.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeBudgetTest {

    private static final SpendingLimit NOW = SpendingLimit.of("4000");

    private final PortalInMemory portal = new PortalInMemory();

    @Test
    void acceptsAChangeAndWritesThatItWasRequested() {
        var wish = portal.wish("+10%");

        assertThat(ask(wish)).isEqualTo(new Result.Accepted(wish.id()));

        var change = portal.change(wish.id());
        assertThat(change.seen()).isEqualTo(NOW);
        assertThat(change.wanted()).isEqualTo(SpendingLimit.of("4400"));
        assertThat(change.who()).isEqualTo(portal.ada.person());
        assertThat(change.customerName()).isEqualTo("Contoso");
        assertThat(change.wording()).isEqualTo(new Wording("+10%", "customer request", Optional.of("T-17")));
        assertThat(portal.entries.kinds(portal.contoso)).containsExactly(EntryKind.CHANGE_REQUESTED);
        assertThat(portal.entries.last(portal.contoso).orElseThrow().facts())
                .containsEntry("typed", "+10%")
                .containsEntry("before", "4000.00")
                .containsEntry("after", "4400.00");
        assertThat(portal.budgets.received()).isEmpty();
    }

    @Test
    void acceptsTheSameFormTwiceAsOneChange() {
        var wish = portal.wish("5k");

        assertThat(ask(wish)).isEqualTo(new Result.Accepted(wish.id()));
        assertThat(ask(wish)).isEqualTo(new Result.Accepted(wish.id()));

        assertThat(portal.entries.kinds(portal.contoso)).containsExactly(EntryKind.CHANGE_REQUESTED);
    }

    @Test
    void leadsTheSameFormToItsReceiptEvenAfterItWasCarriedOut() {
        var wish = portal.wish("+10%");
        ask(wish);
        portal.carryOutWhatIsDue();
        assertThat(portal.state(wish.id())).isInstanceOf(ChangeState.Confirmed.class);

        assertThat(ask(wish)).isEqualTo(new Result.Accepted(wish.id()));

        assertThat(portal.budgets.inForce(portal.contoso)).isEqualTo(SpendingLimit.of("4400"));
    }

    @Test
    void tellsThatTheSameFormWasSentWithAnotherContent() {
        var wish = portal.wish("5k");
        ask(wish);
        var before = portal.change(wish.id());
        var others = List.of(
                with(wish, new Wanted.Amount("5.1k", ','), wish.reason(), wish.ticket()),
                with(wish, new Wanted.Removal(), wish.reason(), wish.ticket()),
                with(wish, wish.wanted(), "another reason", wish.ticket()),
                with(wish, wish.wanted(), wish.reason(), "T-18"));

        for (var other : others) {
            assertThat(ask(other)).isEqualTo(new Result.SentOtherwise(known(), Optional.of(before)));
        }
        assertThat(portal.change(wish.id())).isEqualTo(before);
    }

    @Test
    void tellsARemovalFromAFormThatWasSentEmpty() {
        var wish = consenting(with(portal.wish(""), new Wanted.Removal(), "why", "", Consent.NOT_ASKED));
        assertThat(ask(wish)).isEqualTo(new Result.Accepted(wish.id()));

        assertThat(ask(with(wish, new Wanted.Amount("", ','), "why", ""))).isInstanceOf(Result.SentOtherwise.class);
    }

    @Test
    void revealsNothingOfAnotherPersonsForm() {
        var wish = portal.wish("5k");
        ask(wish);
        var bert = portal.accountManager("Bert");
        portal.people.assign(bert.person(), portal.contoso);

        assertThat(portal.changeBudget.ask(bert, wish)).isEqualTo(new Result.SentOtherwise(known(), Optional.empty()));
    }

    @Test
    void tellsTheSecondTabThatAChangeIsOpen() {
        var first = portal.wish("5k");
        var second = portal.wish("6000");
        ask(first);

        assertThat(ask(second)).isInstanceOfSatisfying(Result.Occupied.class, occupied -> {
            assertThat(occupied.by().change()).isEqualTo(first.id());
            assertThat(occupied.by().who()).isEqualTo("Ada Lovelace");
            assertThat(occupied.by().wanted()).isEqualTo(SpendingLimit.of("5000"));
        });
        assertThat(portal.entries.kinds(portal.contoso)).containsExactly(EntryKind.CHANGE_REQUESTED);
    }

    @Test
    void showsTheSecondTabThatTheBudgetMoved() {
        var second = portal.wish("5.5k");
        portal.asked("5k");
        portal.carryOutWhatIsDue();

        assertThat(ask(second))
                .isEqualTo(new Result.ToReview(
                        known(), SpendingLimit.of("5000"), SpendingLimit.of("5500"), List.of(new Concern.Moved(NOW))));
        assertThat(portal.changes.find(Reader.EVERYTHING, second.id())).isEmpty();
    }

    @Test
    void startsARelativeAmountFromTheBudgetNow() {
        var opened = portal.wish("+10%");
        portal.microsoftShows(SpendingLimit.of("2000"));

        assertThat(ask(opened))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.wanted()).isEqualTo(SpendingLimit.of("2200")));
    }

    @Test
    void acceptsAfterReviewWhatThePersonHasSeen() {
        var wish = portal.wish("9000");
        assertThat(ask(wish))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns())
                                .containsExactly(new Concern.SteepRise(new BigDecimal("125.0"))));

        assertThat(ask(consenting(wish))).isEqualTo(new Result.Accepted(wish.id()));
    }

    @Test
    void reviewsAgainWhereTheBudgetMovedSinceTheReview() {
        var wish = portal.wish("9000");
        portal.microsoftShows(SpendingLimit.of("4500"));

        assertThat(ask(consenting(wish)))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns()).contains(new Concern.Moved(NOW)));
    }

    @Test
    void reviewsAgainWhereTheTypedAmountComesToSomethingElse() {
        var wish = portal.wish("9000");
        var consent = new Consent.Given(SpendingLimit.of("9001"), Set.of("steep-rise"));

        assertThat(ask(consenting(wish, consent))).isInstanceOf(Result.ToReview.class);
        assertThat(portal.changes.find(Reader.EVERYTHING, wish.id())).isEmpty();
    }

    @Test
    void reviewsAgainWhereThereIsSomethingElseToConsider() {
        var wish = consenting(portal.wish("9000"));
        portal.spent("9500");

        assertThat(ask(wish))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns())
                                .contains(new Concern.BelowSpend(new BigDecimal("9500.00"))));
    }

    @Test
    void reviewsAgainWhereTheConsentDoesNotSayWhatTheFormShowed() {
        var wish = consenting(portal.wish("9000"));
        var seenNothing = new Wish(
                wish.id(),
                wish.customer(),
                wish.wanted(),
                Optional.empty(),
                wish.reason(),
                wish.ticket(),
                new Consent.Given(SpendingLimit.of("9000"), Set.of("steep-rise", "not-shown")));

        assertThat(ask(seenNothing))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns()).contains(new Concern.NotShown()));
    }

    @Test
    void reviewsWhereThePersonWantsToSeeItFirst() {
        var wish = with(portal.wish("4100"), new Wanted.Amount("4100", ','), "why", "", Consent.TO_BE_ASKED);

        assertThat(ask(wish)).isEqualTo(new Result.ToReview(known(), NOW, SpendingLimit.of("4100"), List.of()));
    }

    @Test
    void reviewsABudgetBelowTheSpendOnlyInItsOwnCurrency() {
        portal.spent("3000");
        assertThat(ask(portal.wish("2500")))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns())
                                .containsExactly(new Concern.BelowSpend(new BigDecimal("3000.00"))));
    }

    @Test
    void asksAboutAnUnknownCurrency() {
        var fabrikam = portal.customer("Fabrikam");
        portal.people.assign(portal.ada.person(), fabrikam);
        portal.customers.learnBudget(fabrikam, SpendingLimit.notSet(), portal.customers.now());
        var wish = portal.wish("70");
        var there = new Wish(
                wish.id(),
                fabrikam,
                wish.wanted(),
                Optional.of(SpendingLimit.notSet()),
                wish.reason(),
                "",
                Consent.NOT_ASKED);

        assertThat(ask(there))
                .isInstanceOfSatisfying(
                        Result.ToReview.class,
                        review -> assertThat(review.concerns()).containsExactly(new Concern.CurrencyUnknown()));
        assertThat(ask(consenting(there))).isEqualTo(new Result.Accepted(wish.id()));
        assertThat(portal.entries.last(fabrikam).orElseThrow().facts())
                .containsEntry("currency", "unknown")
                .containsEntry("before", "not set")
                .containsEntry("after", "70")
                .doesNotContainKeys("ticket", "currencyFrom");
    }

    @Test
    void removesABudgetAfterReview() {
        var wish = with(portal.wish(""), new Wanted.Removal(), "why", "", Consent.NOT_ASKED);
        assertThat(ask(wish))
                .isEqualTo(new Result.ToReview(known(), NOW, SpendingLimit.notSet(), List.of(new Concern.Removal())));

        assertThat(ask(consenting(wish))).isEqualTo(new Result.Accepted(wish.id()));
        portal.carryOutWhatIsDue();

        assertThat(portal.budgets.inForce(portal.contoso)).isEqualTo(SpendingLimit.notSet());
    }

    @Test
    void refusesToRemoveNoBudget() {
        portal.microsoftShows(SpendingLimit.notSet());
        var wish = with(portal.wish(""), new Wanted.Removal(), "why", "", Consent.NOT_ASKED);

        assertFlaws(wish, new Flaw.Amount(new TypedAmount.Unchanged()));
    }

    @Test
    void namesEveryFlawAtOnce() {
        var wish = with(portal.wish("abc"), new Wanted.Amount("abc", ','), " ", "x".repeat(101));

        assertFlaws(
                wish,
                new Flaw.Amount(new TypedAmount.Unreadable()),
                new Flaw.ReasonMissing(),
                new Flaw.TicketTooLong(100));
    }

    @Test
    void refusesAnAmountThatIsNotUnderstood() {
        assertFlaws(portal.wish(""), new Flaw.Amount(new TypedAmount.Missing()));
        assertFlaws(portal.wish("4,000.00"), new Flaw.Amount(new TypedAmount.Unchanged()));
        assertFlaws(portal.wish("-4001"), new Flaw.Amount(new TypedAmount.BelowZero(new BigDecimal("-1"))));
        assertFlaws(portal.wish("5000 USD"), new Flaw.Amount(new TypedAmount.OtherCurrency("USD")));
        assertFlaws(
                portal.wish("1.234"),
                new Flaw.Amount(new TypedAmount.Ambiguous(List.of(new BigDecimal("1.234"), new BigDecimal("1234")))));
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        var wish = portal.wish("5k");

        assertFlaws(with(wish, wish.wanted(), "x".repeat(501), ""), new Flaw.ReasonTooLong(500));
        assertThat(ask(with(wish, wish.wanted(), "x".repeat(500), "x".repeat(100))))
                .isEqualTo(new Result.Accepted(wish.id()));
    }

    @Test
    void refusesAChangeOfABudgetThatWasNeverRead() {
        var fabrikam = portal.customer("Fabrikam");
        portal.people.assign(portal.ada.person(), fabrikam);
        var wish = portal.wish("5k");
        var there = new Wish(wish.id(), fabrikam, wish.wanted(), Optional.empty(), "why", "", Consent.NOT_ASKED);

        assertThat(ask(there))
                .isEqualTo(new Result.Unusable(portal.customers.known(fabrikam), List.of(new Flaw.BudgetNotRead())));
    }

    @Test
    void refusesAChangeAfterTheRelationshipEnded() {
        portal.clock.passes(Duration.ofDays(1));
        portal.customers.endRelationships(PortalInMemory.ACCOUNT, portal.clock.instant());

        assertFlaws(portal.wish("5k"), new Flaw.RelationshipEnded());
    }

    @Test
    void knowsNoCustomerOutsideOfThePersonsPortfolio() {
        var fabrikam = portal.customer("Fabrikam");
        portal.customers.learnBudget(fabrikam, NOW, portal.customers.now());
        var wish = portal.wish("5k");
        var there = new Wish(wish.id(), fabrikam, wish.wanted(), wish.seen(), "why", "", Consent.NOT_ASKED);

        assertThat(ask(there)).isEqualTo(new Result.NoSuchCustomer());
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "ADMINISTRATOR"})
    void letsOnlyAccountManagersChangeBudgets(Role role) {
        var other = new Actor(portal.ada.person(), "Ada", Set.of(role), Portfolios.OPEN);

        assertThat(portal.changeBudget.ask(other, portal.wish("5k"))).isEqualTo(new Result.NoSuchCustomer());
    }

    /** What is foreseen is what asking comes to, and leaves no trace. */
    @ParameterizedTest
    @ValueSource(
            strings = {"5k", "+10%", "-500", "40000", "2500", "0", "", "abc", "1.234", "4000", "-4001", "5000 USD"})
    void foreseesWhatAskingComesTo(String typed) {
        portal.spent("3000");
        var wish = portal.wish(typed);

        var foreseen = portal.changeBudget.foresee(known(), wish.wanted(), wish.seen());

        assertThat(portal.entries.all()).isEmpty();
        assertThat(portal.budgets.received()).isEmpty();
        var asked = ask(with(wish, wish.wanted(), wish.reason(), wish.ticket(), Consent.TO_BE_ASKED));
        assertThat(asked)
                .isEqualTo(
                        switch (foreseen) {
                            case Prospect.Budget(var now, var wanted, var concerns) ->
                                new Result.ToReview(known(), now, wanted, concerns);
                            case Prospect.None(var flaw) -> new Result.Unusable(known(), List.of(flaw));
                        });
    }

    @Test
    void foreseesThatTheBudgetMoved() {
        portal.microsoftShows(SpendingLimit.of("5000"));

        assertThat(portal.changeBudget.foresee(known(), new Wanted.Amount("+10%", ','), Optional.of(NOW)))
                .isEqualTo(new Prospect.Budget(
                        SpendingLimit.of("5000"), SpendingLimit.of("5500"), List.of(new Concern.Moved(NOW))));
    }

    @Test
    void foreseesNothingOfABudgetThatWasNeverReadOrOfAFormerCustomer() {
        var fabrikam = portal.customer("Fabrikam");
        var amount = new Wanted.Amount("5k", ',');
        assertThat(portal.changeBudget.foresee(portal.customers.known(fabrikam), amount, Optional.empty()))
                .isEqualTo(new Prospect.None(new Flaw.BudgetNotRead()));
        portal.clock.passes(Duration.ofDays(1));
        portal.customers.endRelationships(PortalInMemory.ACCOUNT, portal.clock.instant());
        assertThat(portal.changeBudget.foresee(known(), amount, Optional.of(NOW)))
                .isEqualTo(new Prospect.None(new Flaw.RelationshipEnded()));
    }

    private Result ask(Wish wish) {
        return portal.changeBudget.ask(portal.ada, wish);
    }

    private void assertFlaws(Wish wish, Flaw... flaws) {
        assertThat(ask(wish)).isEqualTo(new Result.Unusable(known(), Arrays.asList(flaws)));
        assertThat(portal.entries.all()).isEmpty();
    }

    private KnownCustomer known() {
        return portal.customers.known(portal.contoso);
    }

    /** With the consent that the review page of this wish gives. */
    private Wish consenting(Wish wish) {
        return switch (ask(with(wish, wish.wanted(), wish.reason(), wish.ticket(), Consent.TO_BE_ASKED))) {
            case Result.ToReview review ->
                consenting(
                        wish,
                        new Consent.Given(
                                review.wanted(),
                                review.concerns().stream().map(Concern::key).collect(Collectors.toSet())));
            case Result other -> throw new AssertionError("Not reviewed: " + other);
        };
    }

    private static Wish consenting(Wish wish, Consent consent) {
        return with(wish, wish.wanted(), wish.reason(), wish.ticket(), consent);
    }

    private static Wish with(Wish wish, Wanted wanted, String reason, String ticket) {
        return with(wish, wanted, reason, ticket, wish.consent());
    }

    private static Wish with(Wish wish, Wanted wanted, String reason, String ticket, Consent consent) {
        return new Wish(wish.id(), wish.customer(), wanted, wish.seen(), reason, ticket, consent);
    }
}
