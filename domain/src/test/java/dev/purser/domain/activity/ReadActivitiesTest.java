package dev.purser.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Timing;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Activities.Activity;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadActivitiesTest {

    private static final AccountName ACCOUNT = new AccountName("emea");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final UUID CORRELATION = new UUID(7, 7);

    private final InMemoryActivityRecords records = new InMemoryActivityRecords(NOW);
    private final List<String> asked = new ArrayList<>();
    private final List<Reading<Activities.Page>> answers = new ArrayList<>();

    private final ReadActivities reading = new ReadActivities(
            records, this::answer, new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10)));

    @Test
    void asksForEverythingThatMicrosoftStillHasInWindowsOfThirtyDaysAtFirst() {
        reading.readAll(ACCOUNT);
        assertThat(asked).containsExactly("2026-08-23..2026-09-21", "2026-09-22..2026-10-21", "2026-10-22..2026-11-20");
        assertThat(ChronoUnit.DAYS.between(LocalDate.parse("2026-08-23"), LocalDate.parse("2026-11-20")) + 1)
                .isEqualTo(Activities.DAYS_KEPT);
    }

    @Test
    void asksAgainForTheLastTwoDaysSinceRecordsAppearLate() {
        reading.readAll(ACCOUNT);
        asked.clear();
        records.pass(Duration.ofMinutes(15));
        reading.readAll(ACCOUNT);
        assertThat(asked).containsExactly("2026-11-18..2026-11-20");
    }

    @Test
    void asksForNothingWithinAQuarterOfAnHour() {
        reading.readAll(ACCOUNT);
        asked.clear();
        records.pass(Duration.ofMinutes(14));
        reading.readAll(ACCOUNT);
        assertThat(asked).isEmpty();
    }

    @Test
    void goesOnWhereItWasStopped() {
        answers.add(page());
        answers.add(new Reading.Throttled<>(Duration.ofSeconds(57), CORRELATION));
        reading.readAll(ACCOUNT);
        assertThat(problem()).contains(ReadProblem.Kind.THROTTLED);
        asked.clear();
        reading.readAll(ACCOUNT);
        assertThat(asked).containsExactly("2026-09-20..2026-10-19", "2026-10-20..2026-11-18", "2026-11-19..2026-11-20");
        assertThat(problem()).isEmpty();
    }

    @Test
    void tellsRefusedCredentialsFromAMissingRight() {
        answers.add(new Reading.Refused<>(new Refusal(403, Optional.of("900150"), "No.", CORRELATION)));
        reading.readAll(ACCOUNT);
        assertThat(problem()).contains(ReadProblem.Kind.RIGHT_MISSING);
    }

    @Test
    void keepsEachRecordOfABudgetOnce() {
        var budget = activity("b-1", "Update_Customer_Spending_Budget", "Succeeded");
        answers.add(page(budget, budget));
        reading.readAll(ACCOUNT);
        records.pass(Duration.ofHours(1));
        answers.add(page(budget));
        reading.readAll(ACCOUNT);
        assertThat(records.kept()).containsExactly("b-1 Outside[]");
    }

    @Test
    void keepsTheOldestFirstThoughMicrosoftListsTheNewestFirst() {
        answers.add(page(
                activity("b-2", Activities.BUDGET_CHANGED, "succeeded", NOW.minusSeconds(300)),
                activity("b-1", Activities.BUDGET_CHANGED, "succeeded", NOW.minusSeconds(600))));
        reading.readAll(ACCOUNT);
        assertThat(records.kept()).containsExactly("b-1 Outside[]", "b-2 Outside[]");
    }

    @Test
    void passesOverWhatIsNoBudgetOrCameToNothing() {
        answers.add(page(
                activity("b-1", "update_customer_qualification", "succeeded"),
                activity("b-2", Activities.BUDGET_CHANGED, "failed"),
                activity("b-3", "something_new", "succeeded")));
        reading.readAll(ACCOUNT);
        assertThat(records.kept()).isEmpty();
        assertThat(records.progress(ACCOUNT).orElseThrow().completedAt()).isPresent();
    }

    @Test
    void followsPagesAndNoticesAListThatLeadsBack() {
        var next = Optional.of(new Continuation("/auditrecords?seek", "token"));
        answers.add(
                read(new Activities.Page(List.of(activity("b-1", Activities.BUDGET_CHANGED, "succeeded")), next, 0)));
        answers.add(
                read(new Activities.Page(List.of(activity("b-2", Activities.BUDGET_CHANGED, "succeeded")), next, 0)));
        reading.readAll(ACCOUNT);
        assertThat(records.kept()).containsExactly("b-1 Outside[]", "b-2 Outside[]");
        assertThat(problem()).contains(ReadProblem.Kind.UNAVAILABLE);
    }

    @Test
    void countsTheRecordsThatItCouldNotUnderstandUntilTheyAreReadNoMore() {
        answers.add(read(new Activities.Page(List.of(), Optional.empty(), 2)));
        answers.add(page());
        answers.add(read(new Activities.Page(List.of(), Optional.empty(), 1)));
        reading.readAll(ACCOUNT);
        assertThat(records.progress(ACCOUNT).orElseThrow().unreadable()).isEqualTo(3);

        records.pass(Duration.ofHours(1));
        answers.add(new Reading.Throttled<>(Duration.ofSeconds(57), CORRELATION));
        reading.readAll(ACCOUNT);
        assertThat(records.progress(ACCOUNT).orElseThrow().unreadable()).isEqualTo(3);

        reading.readAll(ACCOUNT);
        assertThat(records.progress(ACCOUNT).orElseThrow().unreadable()).isZero();
    }

    private Optional<ReadProblem.Kind> problem() {
        return records.progress(ACCOUNT).orElseThrow().problem().map(Accounts.Problem::kind);
    }

    private Reading<Activities.Page> answer(
            AccountName account, LocalDate from, LocalDate through, Optional<Continuation> after) {
        asked.add(from + ".." + through);
        return answers.isEmpty() ? page() : answers.removeFirst();
    }

    private static Reading<Activities.Page> page(Activity... activities) {
        return read(new Activities.Page(List.of(activities), Optional.empty(), 0));
    }

    private static Reading<Activities.Page> read(Activities.Page page) {
        return new Reading.Read<>(page, CORRELATION);
    }

    private static Activity activity(String id, String operation, String status) {
        return activity(id, operation, status, NOW.minusSeconds(600));
    }

    private static Activity activity(String id, String operation, String status, Instant at) {
        return new Activity(
                id,
                operation,
                status,
                at,
                Optional.of(new UUID(0, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(SpendingLimit.of("5000")),
                "{}");
    }
}
