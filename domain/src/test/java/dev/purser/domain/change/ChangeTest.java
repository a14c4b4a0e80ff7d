package dev.purser.domain.change;

import static dev.purser.domain.change.ChangeExamples.CERTAINLY_NOT_APPLIED;
import static dev.purser.domain.change.ChangeExamples.CORRELATION;
import static dev.purser.domain.change.ChangeExamples.LOST;
import static dev.purser.domain.change.ChangeExamples.SEEN;
import static dev.purser.domain.change.ChangeExamples.TROUBLE;
import static dev.purser.domain.change.ChangeExamples.WANTED;
import static dev.purser.domain.change.ChangeExamples.answered;
import static dev.purser.domain.change.ChangeExamples.change;
import static dev.purser.domain.change.ChangeExamples.refusal;
import static dev.purser.domain.change.ChangeExamples.unanswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt.End;
import dev.purser.domain.change.ChangeState.Refused.Step;
import dev.purser.domain.change.ChangeState.Waiting.Cause;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What follows for a change from a reading before it is sent, and from the answer when it was. */
class ChangeTest {

    private static final SpendingLimit THIRD = SpendingLimit.of("999");

    @Test
    void changesSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> change(SEEN, SEEN));
    }

    @Test
    void movesFromWhatMicrosoftShowedLast() {
        assertThat(change().move()).isEqualTo(new BudgetMove(SEEN, WANTED));
        assertThat(answered(End.THROTTLED).before()).isEqualTo(SEEN);
    }

    // Before anything was sent.

    @Test
    void isSentUnderItsOwnIdWhereMicrosoftShowsWhatThePersonSaw() {
        var change = change();

        assertThat(change.afterReading(read(SEEN), Set.of())).isEqualTo(new Next.Send(SEEN, change.id()));
        assertThat(change.afterReading(read(SpendingLimit.of("4000.000")), Set.of()))
                .isEqualTo(new Next.Send(SEEN, change.id()));
    }

    @Test
    void isNotSentWhereMicrosoftShowsAnotherBudget() {
        assertThat(change().afterReading(read(THIRD), Set.of())).isEqualTo(new Next.StandBack(THIRD, CORRELATION));
        assertThat(change().afterReading(read(SpendingLimit.notSet()), Set.of()))
                .isEqualTo(new Next.StandBack(SpendingLimit.notSet(), CORRELATION));
    }

    @Test
    void isNotSentWhereMicrosoftAlreadyShowsTheBudgetAskedFor() {
        assertThat(change().afterReading(read(WANTED), Set.of())).isEqualTo(new Next.StandBack(WANTED, CORRELATION));
    }

    @Test
    void waitsWhereMicrosoftStillShowsWhatAConfirmedChangeHasReplaced() {
        assertThat(change().afterReading(read(THIRD), Set.of(THIRD)))
                .isInstanceOfSatisfying(
                        Next.Wait.class,
                        wait -> assertThat(wait.cause()).isEqualTo(ChangeState.Waiting.Cause.OLD_READING));
    }

    @Test
    void waitsWhereMicrosoftShowsWhatThePersonSawAlthoughItHasBeenReplacedSince() {
        assertThat(change().afterReading(read(SEEN), Set.of(SEEN)))
                .isInstanceOfSatisfying(
                        Next.Wait.class,
                        wait -> assertThat(wait.cause()).isEqualTo(ChangeState.Waiting.Cause.OLD_READING));
    }

    @Test
    void isRefusedWhereTheCustomerCannotBeRead() {
        for (var refusal : new int[] {400, 401, 403, 404}) {
            assertThat(change().afterReading(new Reading.Refused<>(refusal(refusal)), Set.of()))
                    .isEqualTo(new Next.Refuse(refusal(refusal), Step.READING));
        }
    }

    @Test
    void waitsAsLongAsMicrosoftAsksBeforeReading() {
        assertThat(change().afterReading(new Reading.Throttled<>(Duration.ofSeconds(57), CORRELATION), Set.of()))
                .isEqualTo(new Next.Wait(Cause.THROTTLED, Duration.ofSeconds(57), ""));
    }

    @ParameterizedTest
    @CsvSource({"0, PT5S", "1, PT10S", "2, PT20S", "5, PT2M40S", "6, PT5M", "9, PT5M", "1000000, PT5M"})
    void waitsLongerEachTimeWhileMicrosoftCannotBeRead(int tries, Duration pause) {
        assertThat(ChangeExamples.waited(tries).afterReading(new Reading.Unavailable<>(TROUBLE, CORRELATION), Set.of()))
                .isEqualTo(new Next.Wait(Cause.UNAVAILABLE, pause, TROUBLE.detail()));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "THROTTLED", "NEVER_SENT"})
    void takesANewRequestIdAfterAnyAnswer(End end) {
        var change = answered(end);

        assertThat(change.afterReading(read(SEEN), Set.of()))
                .isInstanceOfSatisfying(
                        Next.Send.class,
                        send -> assertThat(send.request())
                                .isNotEqualTo(change.id())
                                .isNotEqualTo(change.attempts().getLast().request()));
    }

    // The answer to the only attempt.

    @Test
    void isConfirmedByTheBudgetAskedFor() {
        assertThat(unanswered().afterAnswer(new Answer.Shown(SpendingLimit.of("5000.00"), 200, CORRELATION)))
                .isEqualTo(new Next.Confirm(Evidence.ANSWER, 200, CORRELATION));
        assertThat(unanswered().end(new Answer.Shown(WANTED, 200, CORRELATION))).isEqualTo(End.APPLIED);
    }

    @Test
    void isUnknownWhereTheAnswerShowsAnotherBudget() {
        var answer = new Answer.Shown(THIRD, 200, CORRELATION);

        assertThat(unanswered().afterAnswer(answer))
                .isEqualTo(new Next.LoseSight(
                        new Trouble(Trouble.Kind.OTHER_BUDGET_SHOWN, "200 999"), CORRELATION, Change.FIRST_CHECK));
        assertThat(unanswered().end(answer)).isEqualTo(End.LOST);
    }

    @ParameterizedTest
    @EnumSource(Trouble.Kind.class)
    void isUnknownWhereNoCertainAnswerCame(Trouble.Kind kind) {
        var answer = new Answer.Lost(new Trouble(kind, "x"), CORRELATION);

        assertThat(unanswered().afterAnswer(answer))
                .isEqualTo(new Next.LoseSight(new Trouble(kind, "x"), CORRELATION, Change.FIRST_CHECK));
        assertThat(unanswered().end(answer)).isEqualTo(End.LOST);
    }

    @Test
    void waitsForAnAccountThatIsNotSetUp() {
        var trouble = new Trouble(Trouble.Kind.ACCOUNT_NOT_SET_UP, "emea");

        assertThat(change().afterReading(new Reading.Unavailable<>(trouble, CORRELATION), Set.of()))
                .isEqualTo(new Next.Wait(Cause.ACCOUNT_NOT_SET_UP, Duration.ofSeconds(5), "emea"));
        assertThat(unanswered().afterAnswer(new Answer.NeverSent(trouble)))
                .isEqualTo(new Next.Wait(Cause.ACCOUNT_NOT_SET_UP, Duration.ofSeconds(5), "emea"));
    }

    @Test
    void isRefusedByARefusal() {
        var answer = new Answer.Rejected(refusal(403));

        assertThat(unanswered().afterAnswer(answer)).isEqualTo(new Next.Refuse(refusal(403), Step.SENDING));
        assertThat(unanswered().end(answer)).isEqualTo(End.REJECTED);
    }

    @Test
    void isRefusedWhereTheCredentialsAreRefused() {
        var answer = new Answer.CredentialsRefused(refusal(400));

        assertThat(unanswered().afterAnswer(answer)).isEqualTo(new Next.Refuse(refusal(400), Step.SENDING));
        assertThat(unanswered().end(answer)).isEqualTo(End.CREDENTIALS_REFUSED);
    }

    @Test
    void isSentAgainWithANewTokenAfterTheFirst401() {
        var answer = new Answer.Unauthorized(refusal(401));

        assertThat(unanswered().afterAnswer(answer)).isEqualTo(new Next.Wait(Cause.NEW_TOKEN, Duration.ZERO, "401"));
        assertThat(unanswered().end(answer)).isEqualTo(End.UNAUTHORIZED);
    }

    @Test
    void isRefusedByTheSecond401() {
        assertThat(unanswered(End.UNAUTHORIZED).afterAnswer(new Answer.Unauthorized(refusal(401))))
                .isEqualTo(new Next.Refuse(refusal(401), Step.SENDING));
    }

    @Test
    void renewsTheTokenAgainWhereAnotherAnswerCameBetween() {
        assertThat(unanswered(End.UNAUTHORIZED, End.THROTTLED).afterAnswer(new Answer.Unauthorized(refusal(401))))
                .isEqualTo(new Next.Wait(Cause.NEW_TOKEN, Duration.ZERO, "401"));
    }

    @Test
    void waitsAsLongAsMicrosoftAsksAfterSending() {
        var answer = new Answer.Throttled(Duration.ofSeconds(30), CORRELATION);

        assertThat(unanswered().afterAnswer(answer))
                .isEqualTo(new Next.Wait(Cause.THROTTLED, Duration.ofSeconds(30), "429"));
        assertThat(unanswered().end(answer)).isEqualTo(End.THROTTLED);
    }

    @Test
    void waitsWhereNoConnectionCouldBeOpened() {
        var answer = new Answer.NeverSent(TROUBLE);

        assertThat(unanswered().afterAnswer(answer))
                .isEqualTo(new Next.Wait(Cause.UNAVAILABLE, Duration.ofSeconds(5), TROUBLE.detail()));
        assertThat(unanswered().end(answer)).isEqualTo(End.NEVER_SENT);
    }

    @Test
    void waitsLongerEachTimeNoConnectionCouldBeOpened() {
        assertThat(unanswered(End.NEVER_SENT, End.NEVER_SENT).afterAnswer(new Answer.NeverSent(TROUBLE)))
                .isEqualTo(new Next.Wait(Cause.UNAVAILABLE, Duration.ofSeconds(20), TROUBLE.detail()));
    }

    @Test
    void goesBackAtOnceWhereTheFenceHadClosed() {
        var answer = new Answer.TooLate();

        assertThat(unanswered().afterAnswer(answer))
                .isEqualTo(new Next.Wait(Cause.UNAVAILABLE, Duration.ZERO, "too late"));
        assertThat(unanswered().end(answer)).isEqualTo(End.NEVER_SENT);
    }

    @Test
    void losesSightOnlyOfAnAttemptWithoutACertainAnswer() {
        for (var end : End.values()) {
            assertThat(end.certain()).isEqualTo(end != End.LOST);
        }
        assertThat(unanswered().uncertain()).isTrue();
        assertThat(answered(End.THROTTLED).uncertain()).isFalse();
        assertThat(answered(End.THROTTLED, LOST).uncertain()).isTrue();
    }

    // The answer to an attempt while an earlier one has none.

    @ParameterizedTest
    @FieldSource("dev.purser.domain.change.ChangeExamples#CERTAINLY_NOT_APPLIED")
    void staysUnknownWhileAnEarlierAttemptHasNoAnswer(Answer answer) {
        var change = unanswered(LOST);

        assertThat(change.afterAnswer(answer))
                .isEqualTo(new Next.LoseSight(
                        new Trouble(Trouble.Kind.EARLIER_UNANSWERED, ""),
                        change.attempts().getLast().correlation(),
                        Change.FIRST_CHECK));
    }

    @ParameterizedTest
    @FieldSource("dev.purser.domain.change.ChangeExamples#CERTAINLY_NOT_APPLIED")
    void staysUnknownHoweverManyCertainAnswersCameBetween(Answer answer) {
        assertThat(unanswered(End.THROTTLED, LOST, End.UNAUTHORIZED).afterAnswer(answer))
                .isInstanceOf(Next.LoseSight.class);
    }

    @Test
    void namesEveryAnswerThatSaysNotApplied() {
        assertThat(CERTAINLY_NOT_APPLIED)
                .extracting(Answer::getClass)
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "Rejected", "Unauthorized", "Throttled", "NeverSent", "CredentialsRefused", "TooLate");
    }

    @Test
    void isConfirmedByTheAnswerToTheResend() {
        assertThat(ChangeExamples.resent().afterAnswer(new Answer.Shown(WANTED, 200, CORRELATION)))
                .isEqualTo(new Next.Confirm(Evidence.ANSWER_TO_RESEND, 200, CORRELATION));
    }

    @Test
    void isConfirmedByAnAnswerWhereTheEarlierAttemptsHadAnswers() {
        assertThat(unanswered(End.UNAUTHORIZED, End.THROTTLED).afterAnswer(new Answer.Shown(WANTED, 200, CORRELATION)))
                .isEqualTo(new Next.Confirm(Evidence.ANSWER, 200, CORRELATION));
    }

    private static Reading<SpendingLimit> read(SpendingLimit shown) {
        return new Reading.Read<>(shown, CORRELATION);
    }
}
