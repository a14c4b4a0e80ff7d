package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.Usages;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which readings are learnt, and what a claim says of those that prove nothing. Part of {@link ChangesContract}. */
public abstract class OldReadingsContract extends ChangesUnderTest {

    private static final SpendingLimit FIRST = SpendingLimit.of("4000");
    private static final SpendingLimit SECOND = SpendingLimit.of("5000");
    private static final SpendingLimit THIRD = SpendingLimit.of("6000");

    @Test
    void tellsWhatMicrosoftMayStillShowAlthoughItHasBeenReplaced() {
        confirmed(FIRST, SECOND);
        accepted(wish(contoso(), SECOND, THIRD));

        assertThat(claimed().superseded()).containsExactly(FIRST);

        passes(LEASE.plus(TIMING.readStaleness()));
        assertThat(claimed().superseded()).isEmpty();
    }

    @Test
    void doesNotCallReplacedWhatWasPutBack() {
        confirmed(FIRST, SECOND);
        confirmed(SECOND, FIRST);
        accepted(wish(contoso(), FIRST, THIRD));

        assertThat(claimed().superseded()).containsExactly(SECOND);
    }

    @Test
    void learnsNoBudgetThatAConfirmedChangeHasReplacedAMomentAgo() {
        reads(FIRST);
        confirmed(FIRST, SECOND);

        reads(FIRST);
        assertThat(known()).contains(SECOND);
        reads(THIRD);
        assertThat(known()).contains(THIRD);
    }

    @Test
    void learnsWhatAConfirmedChangeHadReplacedWhenItCanBeNoOldReading() {
        confirmed(FIRST, SECOND);
        var before = customers().now();
        passes(TIMING.readStaleness().plus(MOMENT));

        reads(FIRST);
        assertThat(known()).contains(FIRST);
        assertThat(customers().now()).isAfter(before);
    }

    @Test
    void learnsNothingElseForAWhileAfterABudgetWasSeenToMove() {
        reads(FIRST);
        reads(SECOND);

        reads(FIRST);
        reads(THIRD);
        assertThat(known()).contains(SECOND);

        passes(TIMING.readStaleness().plus(MOMENT));
        reads(THIRD);
        assertThat(known()).contains(THIRD);
    }

    @Test
    void countsAnewWhereTheBudgetIsShownAgainAfterAnother() {
        reads(FIRST);
        reads(SECOND);
        passes(TIMING.readStaleness().minus(MOMENT));
        reads(FIRST);
        reads(SECOND);

        passes(MOMENT.multipliedBy(2));
        reads(FIRST);
        assertThat(known()).contains(SECOND);
    }

    @Test
    void learnsTheFirstReadingAndTheNextAtOnce() {
        reads(FIRST);
        assertThat(known()).contains(FIRST);
        reads(SECOND);
        assertThat(known()).contains(SECOND);
    }

    @Test
    void learnsNoReadingThatANewerOneHasOvertaken() {
        reads(FIRST);
        var slow = customers().now();
        passes(MOMENT);
        reads(FIRST);

        customers().learnBudget(contoso(), SECOND, slow.minus(MOMENT.plus(MOMENT)));

        assertThat(known()).contains(FIRST);
    }

    @Test
    void learnsNoReadingThatAConfirmedChangeHasOvertaken() {
        reads(FIRST);
        var slow = customers().now();
        confirmed(FIRST, SECOND);

        customers().learnBudget(contoso(), THIRD, slow.minus(MOMENT));

        assertThat(known()).contains(SECOND);
    }

    @Test
    void claimsWithTheOnlyBudgetThatProvesSomethingAfterItWasSeenToMove() {
        reads(FIRST);
        accepted(wish(contoso(), FIRST, THIRD));
        assertThat(claimed().unsettled()).isEmpty();
        reads(SECOND);

        passes(LEASE.plus(MOMENT));
        reads(FIRST);
        var claim = claimed();
        assertThat(claim.unsettled()).contains(FIRST);
        assertThat(intended(claim).unsettled()).contains(FIRST);

        passes(LEASE.plus(TIMING.readStaleness()));
        assertThat(claimed().unsettled()).isEmpty();
    }

    @Test
    void notesNoFailureThatANewerReadingHasOvertaken() {
        var slow = customers().now();
        passes(MOMENT);
        reads(FIRST);

        fails(slow.minus(MOMENT));

        assertThat(problem()).isEmpty();
    }

    @Test
    void notesNoFailureThatAConfirmedChangeHasOvertaken() {
        reads(FIRST);
        passes(MOMENT);
        var slow = customers().now();
        confirmed(FIRST, SECOND);

        fails(slow.minus(MOMENT));

        assertThat(problem()).isEmpty();
    }

    @Test
    void notesAFailureThatWasAskedForAfterTheLastReading() {
        reads(FIRST);
        passes(MOMENT);

        fails(customers().now());

        assertThat(problem()).contains(ReadProblem.Kind.UNAVAILABLE);
        reads(FIRST);
        assertThat(problem()).isEmpty();
    }

    @Test
    void takesNewerUsageForAnAnswerToAFailureOfUsageAlone() {
        var slow = customers().now();
        passes(MOMENT);
        customers().learnNoUsage(contoso());

        failsOfUsage(slow.minus(MOMENT));
        assertThat(problem()).isEmpty();

        fails(slow.minus(MOMENT));
        assertThat(problem()).contains(ReadProblem.Kind.UNAVAILABLE);
    }

    @Test
    void takesWhatIsListedForNoReading() {
        var slow = customers().now();
        passes(MOMENT);
        lists(FIRST);
        assertThat(shown()).contains(BudgetRead.Source.LIST);

        customers().learnBudget(contoso(), SECOND, slow.minus(MOMENT));
        assertThat(known()).contains(SECOND);
        assertThat(shown()).contains(BudgetRead.Source.ITSELF);

        lists(FIRST);
        assertThat(known()).contains(SECOND);
        assertThat(shown()).contains(BudgetRead.Source.ITSELF);
    }

    @Test
    void showsWhatIsListedLastUntilTheBudgetItselfIsRead() {
        lists(FIRST);
        lists(SECOND);
        assertThat(known()).contains(SECOND);
        assertThat(notRead()).contains(contoso());

        reads(THIRD);
        assertThat(notRead()).doesNotContain(contoso());
        reads(SECOND);
        assertThat(known()).contains(SECOND);
    }

    @Test
    void letsNothingListedStandAgainstAConfirmedChange() {
        accepted(wish(contoso(), FIRST, SECOND));
        var claim = intended();
        lists(THIRD);

        confirm(claim);

        assertThat(known()).contains(SECOND);
        assertThat(shown()).contains(BudgetRead.Source.ITSELF);
    }

    @Test
    void notesAFailureThoughTheBudgetWasListedSince() {
        var slow = customers().now();
        passes(MOMENT);
        lists(FIRST);

        fails(slow.minus(MOMENT));

        assertThat(problem()).contains(ReadProblem.Kind.UNAVAILABLE);
    }

    private void lists(SpendingLimit limit) {
        customers()
                .learnListed(
                        ACCOUNT,
                        List.of(new Usages.CustomerUsage(contoso().tenant(), Optional.of(limit), Optional.empty())));
    }

    private Optional<BudgetRead.Source> shown() {
        return customers()
                .find(Reader.EVERYTHING, contoso())
                .flatMap(customer -> customer.budget().map(BudgetRead::source));
    }

    private List<CustomerId> notRead() {
        return customers().notReadFor(ACCOUNT, Duration.ofHours(1), Duration.ofDays(1), Integer.MAX_VALUE);
    }

    private void fails(Instant asked) {
        customers().learnProblem(contoso(), ReadProblem.Kind.UNAVAILABLE, "502", UUID.randomUUID(), asked);
    }

    private void failsOfUsage(Instant asked) {
        customers().learnUsageProblem(contoso(), ReadProblem.Kind.UNAVAILABLE, "502", UUID.randomUUID(), asked);
    }

    private Optional<ReadProblem.Kind> problem() {
        return customers()
                .find(Reader.EVERYTHING, contoso())
                .flatMap(customer -> customer.problem().map(ReadProblem::kind));
    }

    private void confirmed(SpendingLimit from, SpendingLimit to) {
        accepted(wish(contoso(), from, to));
        confirm(intended());
    }

    private void reads(SpendingLimit shown) {
        customers().learnBudget(contoso(), shown, customers().now());
    }

    private Optional<SpendingLimit> known() {
        return customers()
                .find(Reader.EVERYTHING, contoso())
                .flatMap(customer -> customer.budget().map(BudgetRead::limit));
    }
}
