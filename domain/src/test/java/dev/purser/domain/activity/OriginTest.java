package dev.purser.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Attempt.End;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Timing;
import dev.purser.domain.change.Wording;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Activities.Activity;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OriginTest {

    private static final Timing TIMING =
            new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));
    private static final Instant INTENDED = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID OURS = new UUID(3, 1);
    private static final UUID TENANT = new UUID(0, 1);

    @Test
    void knowsAChangeOfOursByItsCorrelationIdWhateverElseTheRecordSays() {
        var sent = sent(End.LOST);
        var record = record(INTENDED.plus(Duration.ofDays(3)), OURS, SpendingLimit.of("9999"));
        assertThat(Origin.of(record, List.of(sent), TIMING)).isEqualTo(new Origin.Ours(sent));
    }

    @Test
    void neverCallsWhatMayBeOursAnOutsideChange() {
        var sent = sent(End.LOST);
        var anotherId = record(INTENDED.plusSeconds(200), new UUID(9, 9), SpendingLimit.of("5000.00"));
        assertThat(Origin.of(anotherId, List.of(sent), TIMING)).isEqualTo(new Origin.PerhapsOurs(sent));
    }

    @Test
    void allowsForClocksAnHourApart() {
        var sent = sent(End.LOST);
        var early = INTENDED.minus(Duration.ofHours(1));
        var late = INTENDED.plusSeconds(310).plus(Duration.ofHours(1));
        for (var at : List.of(early, late)) {
            assertThat(Origin.of(record(at), List.of(sent), TIMING)).isEqualTo(new Origin.PerhapsOurs(sent));
        }
        for (var at : List.of(early.minusNanos(1), late.plusNanos(1))) {
            assertThat(Origin.of(record(at), List.of(sent), TIMING)).isEqualTo(new Origin.Outside());
        }
    }

    @Test
    void takesARecordThatDoesNotTellTheBudgetForPerhapsOurs() {
        var sent = sent(End.APPLIED);
        var silent = new Activity(
                "r-1",
                Activities.BUDGET_CHANGED,
                "succeeded",
                INTENDED,
                Optional.of(TENANT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "{}");
        assertThat(Origin.of(silent, List.of(sent), TIMING)).isEqualTo(new Origin.PerhapsOurs(sent));
    }

    @Test
    void takesAnotherBudgetForAnOutsideChange() {
        var other = record(INTENDED.plusSeconds(1), new UUID(9, 9), SpendingLimit.of("5000.01"));
        assertThat(Origin.of(other, List.of(sent(End.LOST)), TIMING)).isEqualTo(new Origin.Outside());
    }

    @ParameterizedTest
    @EnumSource(
            value = End.class,
            mode = Mode.EXCLUDE,
            names = {"APPLIED", "LOST"})
    void takesItForAnOutsideChangeWhereOursCertainlyHadNoEffect(End end) {
        assertThat(Origin.of(record(INTENDED), List.of(sent(end)), TIMING)).isEqualTo(new Origin.Outside());
    }

    @Test
    void takesThePlausibleAttemptThatIsNearest() {
        var first = sent(End.LOST);
        var resend = new Origin.Sent(
                first.change(),
                new Attempt(
                        2,
                        first.attempt().request(),
                        new UUID(3, 2),
                        SpendingLimit.of("4000"),
                        INTENDED.plusSeconds(40),
                        Optional.of(End.LOST)));
        assertThat(Origin.of(record(INTENDED.plusSeconds(60)), List.of(first, resend), TIMING))
                .isEqualTo(new Origin.PerhapsOurs(resend));
    }

    private static Activity record(Instant at) {
        return record(at, new UUID(9, 9), SpendingLimit.of("5000"));
    }

    static Activity record(Instant at, UUID correlation, SpendingLimit after) {
        return new Activity(
                "r-" + at,
                Activities.BUDGET_CHANGED,
                "succeeded",
                at,
                Optional.of(TENANT),
                Optional.of("mara@csp.example"),
                Optional.empty(),
                Optional.of(correlation),
                Optional.empty(),
                Optional.of(after),
                "{}");
    }

    private static Origin.Sent sent(End end) {
        var attempt = new Attempt(1, new UUID(1, 1), OURS, SpendingLimit.of("4000"), INTENDED, Optional.of(end));
        var change = new Change(
                new UUID(1, 1),
                new CustomerId(new AccountName("emea"), TENANT),
                "Contoso",
                new PersonId(new UUID(0, 2)),
                SpendingLimit.of("4000"),
                SpendingLimit.of("5000"),
                BillingCurrency.unknown(),
                new Wording("5k", "customer request", Optional.empty()),
                INTENDED,
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(attempt),
                Optional.empty());
        return new Origin.Sent(change, attempt);
    }
}
