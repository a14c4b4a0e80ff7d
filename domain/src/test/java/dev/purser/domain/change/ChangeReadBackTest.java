package dev.purser.domain.change;

import static dev.purser.domain.change.ChangeExamples.CORRELATION;
import static dev.purser.domain.change.ChangeExamples.SEEN;
import static dev.purser.domain.change.ChangeExamples.TROUBLE;
import static dev.purser.domain.change.ChangeExamples.WANTED;
import static dev.purser.domain.change.ChangeExamples.unknown;
import static dev.purser.domain.change.ChangeExamples.unknownAfterResend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt.End;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows for an unknown change from looking at the budget. */
class ChangeReadBackTest {

    private static final SpendingLimit THIRD = SpendingLimit.of("999");

    @Test
    void takesNoOldReadingForTheSuccessOfAnUndo() {
        assertThat(unknown(0).afterReadBack(read(WANTED), false, Set.of(WANTED)))
                .isInstanceOf(Next.KeepLooking.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isConfirmedAtOnceWhereMicrosoftShowsTheBudgetAskedFor(boolean quarantineOver) {
        assertThat(unknown(0).afterReadBack(read(WANTED), quarantineOver, Set.of()))
                .isEqualTo(new Next.Confirm(Evidence.READ_BACK, 200, CORRELATION));
        assertThat(unknownAfterResend(End.REJECTED).afterReadBack(read(WANTED), quarantineOver, Set.of()))
                .isEqualTo(new Next.Confirm(Evidence.READ_BACK, 200, CORRELATION));
    }

    @Test
    void isResentUnderTheSameIdWhereMicrosoftShowsTheBudgetReadBefore() {
        var change = unknown(0);

        assertThat(change.afterReadBack(read(SEEN), false, Set.of()))
                .isEqualTo(new Next.Send(SEEN, change.attempts().getLast().request()));
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void isResentOnlyOnceWhateverCameOfIt(End end) {
        assertThat(unknownAfterResend(end).afterReadBack(read(SEEN), false, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.of(SEEN), Change.FIRST_CHECK));
    }

    @Test
    void isNotResentWhereMicrosoftShowsAThirdBudget() {
        assertThat(unknown(0).afterReadBack(read(THIRD), false, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.of(THIRD), Change.FIRST_CHECK));
        assertThat(unknown(0).afterReadBack(read(SpendingLimit.notSet()), false, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.of(SpendingLimit.notSet()), Change.FIRST_CHECK));
    }

    @Test
    void isNotAppliedOnlyWhenTheQuarantineIsOver() {
        assertThat(unknownAfterResend(End.LOST).afterReadBack(read(SEEN), false, Set.of()))
                .isInstanceOf(Next.KeepLooking.class);
        assertThat(unknownAfterResend(End.LOST).afterReadBack(read(SEEN), true, Set.of()))
                .isEqualTo(new Next.RuleOut(SEEN, CORRELATION));
    }

    @Test
    void isNotResentWhenTheQuarantineIsOver() {
        assertThat(unknown(0).afterReadBack(read(SEEN), true, Set.of())).isEqualTo(new Next.RuleOut(SEEN, CORRELATION));
    }

    @Test
    void isDisputedOnlyWhenTheQuarantineIsOver() {
        assertThat(unknown(0).afterReadBack(read(THIRD), true, Set.of()))
                .isEqualTo(new Next.Dispute(Optional.of(THIRD), CORRELATION));
    }

    @ParameterizedTest
    @CsvSource({"404, 60003", "403, 20002", "400, 900118"})
    void isDisputedAfterTheQuarantineWhereTheCustomerIsGone(int status, String code) {
        var gone = refused(status, code);

        assertThat(unknown(0).afterReadBack(gone, true, Set.of()))
                .isEqualTo(new Next.Dispute(Optional.empty(), CORRELATION));
        assertThat(unknown(0).afterReadBack(gone, false, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.empty(), Change.FIRST_CHECK));
    }

    @ParameterizedTest
    @CsvSource({"401, 900420", "403, 900150", "400, 3000", "400, 800002", "400, invalid_grant", "404, 1000"})
    void isLookedAtAgainWhereSomebodyCanMendTheReading(int status, String code) {
        assertThat(unknown(0).afterReadBack(refused(status, code), true, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.empty(), Change.FIRST_CHECK));
    }

    @Test
    void isDisputedWhereNotToBeFoundMeansToBeGone() {
        var notFound = refused(404, "1000");

        assertThat(unknown(0).afterReadBackUnlisted(notFound, true, Set.of()))
                .isEqualTo(new Next.Dispute(Optional.empty(), CORRELATION));
        assertThat(unknown(0).afterReadBackUnlisted(notFound, false, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.empty(), Change.FIRST_CHECK));
        assertThat(unknown(0).afterReadBackUnlisted(read(THIRD), true, Set.of()))
                .isEqualTo(new Next.Dispute(Optional.of(THIRD), CORRELATION));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isLookedAtAgainWhenMicrosoftAsksUsToWait(boolean quarantineOver) {
        assertThat(unknown(0)
                        .afterReadBack(
                                new Reading.Throttled<>(Duration.ofSeconds(57), CORRELATION), quarantineOver, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.empty(), Duration.ofSeconds(57)));
    }

    @ParameterizedTest
    @CsvSource({"0, PT3S", "1, PT6S", "2, PT12S", "4, PT48S", "5, PT1M", "1000000, PT1M"})
    void isLookedAtLessOftenTheLongerItLasts(int checks, Duration pause) {
        for (var quarantineOver : new boolean[] {false, true}) {
            assertThat(unknown(checks)
                            .afterReadBack(new Reading.Unavailable<>(TROUBLE, CORRELATION), quarantineOver, Set.of()))
                    .isEqualTo(new Next.KeepLooking(Optional.empty(), pause));
        }
        assertThat(unknown(checks).afterReadBack(read(THIRD), false, Set.of()))
                .isEqualTo(new Next.KeepLooking(Optional.of(THIRD), pause));
    }

    private static Reading<SpendingLimit> read(SpendingLimit shown) {
        return new Reading.Read<>(shown, CORRELATION);
    }

    private static Reading<SpendingLimit> refused(int status, String code) {
        var said = code.isEmpty() ? Optional.<String>empty() : Optional.of(code);
        return new Reading.Refused<>(new Refusal(status, said, "No.", CORRELATION));
    }
}
