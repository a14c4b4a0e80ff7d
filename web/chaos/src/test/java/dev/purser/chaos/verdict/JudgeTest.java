package dev.purser.chaos.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.chaos.verdict.Told.Entry;
import dev.purser.chaos.verdict.Told.Receipt;
import dev.purser.chaos.verdict.Told.State;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever judges must be able to say no: each rule is broken here by made-up evidence. */
class JudgeTest {

    private static final Optional<String> NO_EVIDENCE = Optional.empty();

    private final ForgedCase forged = new ForgedCase();

    @Test
    void findsNothingWhereAllIsTrue() {
        forged.confirmed("1100");
        forged.change("1200").intended().arrives().ends(State.REFUSED, "bad");
        forged.change("1300").ends(State.CONFLICT, "warn");
        forged.change("1400").intended().arrives().intended().arrives().ends(State.NOT_APPLIED, "still");
        forged.change("1500")
                .intended()
                .arrives()
                .takesEffect()
                .intended()
                .arrives()
                .takesEffect()
                .ends(State.CONFIRMED, "ok", Optional.of("ANSWER_TO_RESEND"));
        forged.editedOutside("1234");
        forged.change("1600").intended().ends(State.DISPUTED, "warn");

        assertThat(forged.broken()).isEmpty();
    }

    @Test
    void findsAnAcceptedFormThatIsGone() {
        forged.accepted.add(UUID.randomUUID());

        assertThat(forged.broken()).containsExactly(Rule.LOST);
    }

    @Test
    void findsAReceiptThatCannotBeRead() {
        var change = forged.confirmed("1100");
        forged.receipts.put(change.id, new Receipt(404, Optional.empty(), ""));
        assertThat(forged.broken()).containsExactly(Rule.NO_RECEIPT);

        forged.receipts.remove(change.id);
        assertThat(forged.broken()).containsExactly(Rule.NO_RECEIPT);
    }

    @Test
    void findsAChangeThatNeverEnds() {
        forged.change("1100").intended().stands(State.UNKNOWN, "unknown", NO_EVIDENCE);

        assertThat(forged.broken()).containsExactly(Rule.UNSETTLED);
    }

    @Test
    void findsAnEntryThatIsMissing() {
        forged.confirmed("1100");
        forged.confirmed("1200");
        forged.entries.remove(2);

        assertThat(forged.broken()).contains(Rule.GAP, Rule.ENTRIES_UNLIKE_STATE);
    }

    @Test
    void findsANumberThatWasGivenTwice() {
        forged.confirmed("1100");
        forged.entries.add(
                new Entry(3, "signed-in", forged.entries.getLast().at(), Optional.empty(), java.util.Map.of()));

        assertThat(forged.broken()).containsExactly(Rule.GAP);
    }

    @Test
    void findsEntriesThatTellOtherwiseThanTheState() {
        forged.change("1100").ends(State.REFUSED, "bad").stands(State.CONFLICT, "warn", NO_EVIDENCE);
        forged.changes.removeFirst();

        assertThat(forged.broken()).containsExactly(Rule.ENTRIES_UNLIKE_STATE);
    }

    @Test
    void findsAnEndWithoutItsEntry() {
        forged.change("1100").stands(State.CONFLICT, "warn", NO_EVIDENCE);

        assertThat(forged.broken()).containsExactly(Rule.ENTRIES_UNLIKE_STATE);
    }

    @Test
    void findsAPageThatShowsOtherwiseThanTheState() {
        forged.change("1100").ends(State.CONFLICT, "ok");

        assertThat(forged.broken()).containsExactly(Rule.PAGE_UNLIKE_STATE);
    }

    @Test
    void findsAConfirmationOfWhatNeverTookEffect() {
        forged.change("1100").intended().arrives().ends(State.CONFIRMED, "ok", Optional.of("ANSWER"));

        assertThat(forged.broken()).containsExactly(Rule.CONFIRMED_IN_VAIN);
    }

    @Test
    void takesAReadingForAConfirmationWhereSomebodyElseSetTheSame() {
        var change = forged.change("1100").intended().arrives();
        forged.editedOutside("1100.0");
        change.ends(State.CONFIRMED, "ok", Optional.of("READ_BACK"));

        assertThat(forged.broken()).isEmpty();
    }

    @Test
    void takesNoAnswerForAConfirmationWhereSomebodyElseSetTheSame() {
        var change = forged.change("1100").intended().arrives();
        forged.editedOutside("1100");
        change.ends(State.CONFIRMED, "ok", Optional.of("ANSWER"));

        assertThat(forged.broken()).containsExactly(Rule.CONFIRMED_IN_VAIN);
    }

    @Test
    void takesNoReadingForAConfirmationOfWhatSomebodyElseSetLater() {
        forged.change("1100").intended().arrives().ends(State.CONFIRMED, "ok", Optional.of("READ_BACK"));
        forged.editedOutside("1100");

        assertThat(forged.broken()).containsExactly(Rule.CONFIRMED_IN_VAIN);
    }

    @Test
    void findsADenialOfWhatTookEffect() {
        forged.change("1100").intended().arrives().takesEffect().ends(State.REFUSED, "bad");

        assertThat(forged.broken()).containsExactly(Rule.DENIED_IN_VAIN, Rule.WRONG_IN_THE_END);
    }

    @Test
    void findsADenialOfWhatTookEffectOnlyLater() {
        var change = forged.change("1100").intended().arrives().ends(State.NOT_APPLIED, "still");
        forged.editedOutside("900");
        change.takesEffect();
        forged.editedOutside("950");

        assertThat(forged.broken()).containsExactly(Rule.DENIED_IN_VAIN);
    }

    @Test
    void findsADisputeWithNobody() {
        forged.change("1100").intended().arrives().ends(State.DISPUTED, "warn");
        assertThat(forged.broken()).containsExactly(Rule.DISPUTED_IN_VAIN);

        forged.relationshipEnds();
        assertThat(forged.broken()).isEmpty();
    }

    @Test
    void findsASecondResend() {
        forged.change("1100")
                .intended()
                .arrives()
                .intended()
                .arrives()
                .intended()
                .arrives()
                .ends(State.NOT_APPLIED, "still");

        assertThat(forged.broken()).containsExactly(Rule.RESENT_TOO_OFTEN);
    }

    @Test
    void countsNoResendUnderANewRequestId() {
        forged.change("1100")
                .intended()
                .arrives()
                .underNewRequest()
                .intended()
                .arrives()
                .underNewRequest()
                .intended()
                .arrives()
                .ends(State.REFUSED, "bad");

        assertThat(forged.broken()).isEmpty();
    }

    @Test
    void findsAnAttemptThatWasSentTwice() {
        forged.change("1100").intended().arrives().arrives().ends(State.REFUSED, "bad");

        assertThat(forged.broken()).containsExactly(Rule.ATTEMPT_SENT_TWICE);
    }

    @Test
    void findsASendingWithoutAnIntent() {
        var change = forged.change("1100").intended().arrives().ends(State.REFUSED, "bad");
        forged.entries.removeIf(entry -> entry.kind().equals("change-sending"));

        assertThat(forged.broken())
                .as(change.toString())
                .containsExactlyInAnyOrder(Rule.GAP, Rule.ENTRIES_UNLIKE_STATE, Rule.SENT_WITHOUT_INTENT);
    }

    @Test
    void findsAnIntentThatWasWrittenAfterwards() {
        forged.change("1100").intended().arrives().ends(State.REFUSED, "bad");
        forged.entries.replaceAll(entry -> entry.kind().equals("change-sending")
                ? new Entry(entry.number(), entry.kind(), entry.at().plusSeconds(60), entry.change(), entry.facts())
                : entry);

        assertThat(forged.broken()).containsExactly(Rule.SENT_WITHOUT_INTENT);
    }

    @Test
    void findsTwoSendingsAtOnce() {
        forged.change("1100").intended().arrives(1, 4).intended().arrives(3, 5).ends(State.NOT_APPLIED, "still");

        assertThat(forged.broken()).containsExactly(Rule.OVERLAPPING);
    }

    @Test
    void findsMoreEffectsThanAttempts() {
        forged.change("1100")
                .intended()
                .arrives()
                .takesEffect()
                .takesEffect()
                .ends(State.CONFIRMED, "ok", Optional.of("ANSWER"));

        assertThat(forged.broken()).containsExactly(Rule.APPLIED_TOO_OFTEN);
    }

    @Test
    void findsAnOldChangeThatOverwritesANewOne() {
        var old =
                forged.change("1100").intended().arrives().intended().arrives().takesEffect(2);
        old.ends(State.CONFIRMED, "ok", Optional.of("ANSWER_TO_RESEND"));
        forged.confirmed("1200");
        old.takesEffect(1);

        assertThat(forged.broken()).containsExactly(Rule.OUT_OF_ORDER, Rule.WRONG_IN_THE_END);
    }

    @Test
    void findsAnEffectThatNobodyIntended() {
        var stranger = new ForgedCase();
        stranger.confirmed("1700");
        forged.confirmed("1100");
        forged.effects.addAll(stranger.effects);

        assertThat(forged.broken()).containsExactly(Rule.SENT_WITHOUT_INTENT, Rule.WRONG_IN_THE_END);
    }

    @Test
    void asksForNoTrueVerdictWhereMicrosoftDoesWhatTheSettingsRuleOut() {
        forged.beyondTheSettings();
        forged.change("1100")
                .intended()
                .arrives()
                .ends(State.NOT_APPLIED, "still")
                .takesEffect();
        assertThat(forged.broken()).isEmpty();

        forged.accepted.add(UUID.randomUUID());
        assertThat(forged.broken()).containsExactly(Rule.LOST);
    }

    @Test
    void letsAReceiptTellWhatWasAppliedAfterAllWhereItWas() {
        forged.beyondTheSettings();
        var change = forged.change("1100").intended().arrives().ends(State.NOT_APPLIED, "warn");
        assertThat(forged.broken()).containsExactly(Rule.PAGE_UNLIKE_STATE);

        change.takesEffect();
        assertThat(forged.broken()).isEmpty();
    }

    @Test
    void givesUpOnlyVerdictsWhereMicrosoftDoesWhatTheSettingsRuleOut() {
        var kept = EnumSet.copyOf(Arrays.stream(Rule.values())
                .filter(Rule::holdsBeyondTheSettings)
                .toList());

        assertThat(EnumSet.complementOf(kept))
                .isEqualTo(Set.of(
                        Rule.CONFIRMED_IN_VAIN,
                        Rule.DENIED_IN_VAIN,
                        Rule.DISPUTED_IN_VAIN,
                        Rule.OUT_OF_ORDER,
                        Rule.WRONG_IN_THE_END));
    }
}
