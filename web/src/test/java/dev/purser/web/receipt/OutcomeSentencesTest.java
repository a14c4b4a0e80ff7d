package dev.purser.web.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.ChangeState.Refused.Step;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.change.Wording;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.usage.UsedShare;
import dev.purser.web.format.Bundles;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.format.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeSentencesTest {

    private static final Instant ASKED = Instant.parse("2026-06-18T08:42:05.100Z");
    private static final Instant NOW = Instant.parse("2026-06-18T08:43:00Z");
    private static final PersonId MARA = new PersonId(new UUID(0, 1));
    private static final SpendingLimit BEFORE = SpendingLimit.of("4000");
    private static final SpendingLimit AFTER = SpendingLimit.of("5000");
    private static final OutcomeWords WORDS = Bundles.english(OutcomeWords.class);

    private static Change change(SpendingLimit from, SpendingLimit to, ChangeState state, Attempt.End... ends) {
        var attempts = new ArrayList<Attempt>();
        for (var end : ends) {
            attempts.add(new Attempt(
                    attempts.size() + 1,
                    new UUID(1, 1),
                    new UUID(2, attempts.size()),
                    from,
                    ASKED.plusMillis(300),
                    Optional.of(end)));
        }
        return new Change(
                new UUID(1, 1),
                new CustomerId(new AccountName("emea"), new UUID(3, 3)),
                "Contoso",
                MARA,
                from,
                to,
                new BillingCurrency.Told(Currency.getInstance("EUR")),
                new Wording("5k", "Customer request", Optional.empty()),
                ASKED,
                state,
                attempts,
                Optional.empty());
    }

    private static Change raise(ChangeState state, Attempt.End... ends) {
        return change(BEFORE, AFTER, state, ends);
    }

    private static Change removal(ChangeState state, Attempt.End... ends) {
        return change(BEFORE, SpendingLimit.notSet(), state, ends);
    }

    private static Outcome outcome(Change change) {
        return sentences(MARA).of(change, List.of(), Optional.empty());
    }

    private static OutcomeSentences sentences(PersonId reader) {
        var time = new DisplayTime(ZoneId.of("Europe/Berlin"), InstantSource.fixed(NOW));
        var day = time.here(ASKED).toLocalDate();
        var figures = new Figures(time, Locale.UK, Bundles.english(Words.class), day);
        return new OutcomeSentences(WORDS, figures, reader, NOW);
    }

    private static String said(Change change) {
        return outcome(change).sentence().text();
    }

    private static String meant(Change change) {
        return outcome(change).meaning().stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    private static ChangeState.Unknown unknown(Trouble.Kind trouble) {
        return new ChangeState.Unknown(
                new Trouble(trouble, "technical"),
                ASKED.plusSeconds(10),
                Optional.of(BEFORE),
                Optional.of(ASKED.plusSeconds(20)),
                2,
                NOW.plusSeconds(10),
                NOW.plusSeconds(300));
    }

    private static Refusal refusal(int status, String code) {
        return new Refusal(status, Optional.of(code).filter(text -> !text.isEmpty()), "Their words", new UUID(9, 9));
    }

    /** Every state there is, with everything in it that leads to other words, for a rise, a first budget and a removal. */
    static Stream<Change> everyChange() {
        var at = ASKED.plusMillis(1900);
        var states = new ArrayList<ChangeState>();
        states.add(new ChangeState.Requested(Optional.empty(), 0));
        for (var cause : Waiting.Cause.values()) {
            states.add(new ChangeState.Requested(Optional.of(new Waiting(cause, NOW.plusSeconds(57))), 1));
            states.add(new ChangeState.Requested(Optional.of(new Waiting(cause, NOW.minusSeconds(1))), 1));
        }
        states.add(new ChangeState.Submitting(NOW.minusSeconds(1)));
        states.add(new ChangeState.Submitting(NOW.minusSeconds(60)));
        Arrays.stream(Trouble.Kind.values()).map(OutcomeSentencesTest::unknown).forEach(states::add);
        Arrays.stream(Evidence.values())
                .map(evidence -> new ChangeState.Confirmed(evidence, new UUID(9, 9), at))
                .forEach(states::add);
        Stream.of(
                        refusal(401, ""),
                        refusal(401, "invalid_client"),
                        refusal(400, "invalid_grant"),
                        refusal(403, "900150"),
                        refusal(404, ""),
                        refusal(400, "3000"),
                        refusal(400, "600001"))
                .flatMap(
                        refusal -> Arrays.stream(Step.values()).map(step -> new ChangeState.Refused(refusal, step, at)))
                .forEach(states::add);
        for (var shown : List.of(BEFORE, SpendingLimit.notSet())) {
            states.add(new ChangeState.NotApplied(shown, at));
        }
        for (var shown : List.of(SpendingLimit.of("7777"), SpendingLimit.notSet(), AFTER)) {
            states.add(new ChangeState.Conflict(shown, at));
            states.add(new ChangeState.Disputed(Optional.of(shown), at));
        }
        states.add(new ChangeState.Disputed(Optional.empty(), at));
        return states.stream()
                .flatMap(state -> Stream.of(
                        raise(state, Attempt.End.LOST),
                        change(SpendingLimit.notSet(), AFTER, state, Attempt.End.LOST),
                        removal(state, Attempt.End.LOST)));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void beginsWithTheWordsOfItsOutcome(Change change) {
        var expected = switch (change.state()) {
            case ChangeState.Requested requested -> "Waiting";
            case ChangeState.Submitting(var since) ->
                since.isAfter(NOW.minusSeconds(35)) ? "Waiting for Microsoft" : "We do not know yet whether Microsoft";
            case ChangeState.Unknown unknown -> "We do not know yet whether Microsoft";
            case ChangeState.Confirmed confirmed -> "Microsoft confirmed";
            case ChangeState.Refused refused -> "Microsoft refused";
            case ChangeState.NotApplied notApplied -> "Not applied: ";
            case ChangeState.Conflict conflict -> "Changed by someone else: ";
            case ChangeState.Disputed(var shown, var at) ->
                shown.isPresent() ? "Changed by someone else: " : "We do not know: ";
        };
        assertThat(said(change)).startsWith(expected);
        assertThat(outcome(change).meaning()).isNotEmpty();
    }

    @Test
    void saysWhatMicrosoftConfirmedAndWhen() {
        var confirmed = raise(
                new ChangeState.Confirmed(Evidence.ANSWER, new UUID(9, 9), ASKED.plusMillis(1900)),
                Attempt.End.APPLIED);
        assertThat(said(confirmed)).isEqualTo("Microsoft confirmed 5,000.00 EUR at 10:42:07.");
        assertThat(sentences(MARA)
                        .of(confirmed, List.of(), Optional.of(new UsedShare.Percent(new BigDecimal("49.00"))))
                        .meaning())
                .extracting(Sentence::text)
                .containsExactly("Up 1,000.00 EUR (+25.0%).", "49% of it is used.", "It took 1.9 seconds.");
    }

    @Test
    void saysTheDayWhereItIsAnother() {
        var later = raise(
                new ChangeState.Confirmed(Evidence.READ_BACK, new UUID(9, 9), ASKED.plus(Duration.ofDays(1))),
                Attempt.End.LOST);
        assertThat(said(later)).contains("19 Jun").endsWith("2026, 10:42:05.");
    }

    @Test
    void saysARemovalWithoutAnAmount() {
        var at = ASKED.plusMillis(1900);
        assertThat(said(removal(new ChangeState.Confirmed(Evidence.ANSWER, new UUID(9, 9), at), Attempt.End.APPLIED)))
                .isEqualTo("Microsoft confirmed: no budget is set, at 10:42:07.");
        assertThat(said(removal(
                        new ChangeState.Refused(refusal(403, "900150"), Step.SENDING, at), Attempt.End.REJECTED)))
                .isEqualTo("Microsoft refused to remove the budget, at 10:42:07.");
        assertThat(said(removal(unknown(Trouble.Kind.NO_ANSWER), Attempt.End.LOST)))
                .isEqualTo("We do not know yet whether Microsoft removed the budget.");
    }

    @ParameterizedTest
    @EnumSource(Attempt.End.class)
    void saysNothingWasSentOnlyWhereNothingWas(Attempt.End end) {
        var waiting =
                new ChangeState.Requested(Optional.of(new Waiting(Waiting.Cause.THROTTLED, NOW.plusSeconds(57))), 1);
        var conflict = new ChangeState.Conflict(SpendingLimit.of("7777"), NOW);
        for (var state : List.of(waiting, conflict)) {
            assertThat(meant(raise(state, end)).contains("Nothing was sent")).isEqualTo(end == Attempt.End.NEVER_SENT);
            assertThat(meant(raise(state))).contains("Nothing was sent");
        }
    }

    @Test
    void claimsNoBudgetThatWasNotRead() {
        var reading = new ChangeState.Refused(refusal(403, "900150"), Step.READING, NOW);
        var sending = new ChangeState.Refused(refusal(403, "900150"), Step.SENDING, NOW);
        assertThat(meant(raise(reading))).doesNotContain("still").contains("refused already to show the budget");
        assertThat(meant(raise(sending, Attempt.End.REJECTED))).contains("The budget is still 4,000.00 EUR.");
    }

    @Test
    void saysUntilWhenMicrosoftAsksToWait() {
        var waiting =
                new ChangeState.Requested(Optional.of(new Waiting(Waiting.Cause.THROTTLED, NOW.plusMillis(56_100))), 1);
        assertThat(said(raise(waiting))).isEqualTo("Waiting: Microsoft asks us to wait until 10:43:56.");
        assertThat(meant(raise(waiting))).contains("It is sent by itself at 10:43:56, if Microsoft then still shows");
    }

    @Test
    void callsOnlyWhoAskedYou() {
        var conflict = raise(new ChangeState.Conflict(SpendingLimit.of("9200"), NOW));
        assertThat(said(conflict))
                .isEqualTo("Changed by someone else: Microsoft shows 9,200.00 EUR, not the 4,000.00 EUR you saw.");
        assertThat(sentences(new PersonId(new UUID(0, 2)))
                        .of(conflict, List.of(), Optional.empty())
                        .sentence()
                        .text())
                .isEqualTo("Changed by someone else: Microsoft shows 9,200.00 EUR, not the 4,000.00 EUR seen before.");
    }

    @Test
    void promisesNoCertaintyInThePast() {
        var late = new ChangeState.Unknown(
                new Trouble(Trouble.Kind.NO_ANSWER, ""),
                ASKED,
                Optional.empty(),
                Optional.of(NOW.minusSeconds(5)),
                9,
                NOW.plusSeconds(50),
                NOW.minusSeconds(10));
        assertThat(meant(raise(late, Attempt.End.LOST)))
                .doesNotContain("at the latest")
                .contains("but Microsoft could not be read");
    }

    @Test
    void tellsWhoeverCanMendARefusalWhatToDo() {
        assertThat(meant(raise(
                        new ChangeState.Refused(refusal(403, "900150"), Step.SENDING, NOW), Attempt.End.REJECTED)))
                .contains("Microsoft’s words: “Their words” (403, code 900150).")
                .contains("give the account EMEA the role Admin agent");
        assertThat(meant(raise(new ChangeState.Refused(refusal(401, "invalid_client"), Step.READING, NOW))))
                .contains("does not accept the client secret of the account EMEA.");
        assertThat(meant(raise(new ChangeState.Refused(refusal(400, "invalid_grant"), Step.READING, NOW))))
                .contains("does not accept the refresh token of the account EMEA any more");
        assertThat(meant(raise(new ChangeState.Refused(refusal(401, ""), Step.READING, NOW))))
                .contains("does not accept the credentials of the account EMEA.");
        assertThat(outcome(raise(new ChangeState.Refused(refusal(404, "60003"), Step.READING, NOW)))
                        .way())
                .isEqualTo(Outcome.Way.NONE);
    }

    @Test
    void claimsNoBudgetThatMicrosoftRefusedToShow() {
        var refused = new ChangeState.Refused(refusal(403, "900150"), Step.READING, NOW);

        for (var end : List.of(Attempt.End.THROTTLED, Attempt.End.UNAUTHORIZED)) {
            assertThat(meant(raise(refused, end)))
                    .doesNotContain("still")
                    .contains(
                            "Nothing was applied. Before it could be sent again, Microsoft refused to show the budget.");
        }
        assertThat(meant(raise(refused, Attempt.End.NEVER_SENT)))
                .doesNotContain("still")
                .contains("Nothing was sent: Microsoft refused already to show the budget.");
    }

    @Test
    void promisesNothingByTheClockForAnAccountThatIsNotSetUp() {
        var waiting = new Waiting(Waiting.Cause.ACCOUNT_NOT_SET_UP, NOW.plusSeconds(57));
        var change = raise(new ChangeState.Requested(Optional.of(waiting), 1));

        assertThat(said(change)).isEqualTo("Waiting: the account EMEA is no longer set up in Purser.");
        assertThat(meant(change))
                .contains("once an administrator has set the account up again")
                .doesNotContain(" at ");
    }
}
