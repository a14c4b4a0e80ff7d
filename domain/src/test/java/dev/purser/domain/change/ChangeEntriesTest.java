package dev.purser.domain.change;

import static dev.purser.domain.change.ChangeExamples.AT;
import static dev.purser.domain.change.ChangeExamples.CORRELATION;
import static dev.purser.domain.change.ChangeExamples.change;
import static dev.purser.domain.change.ChangeExamples.unanswered;
import static dev.purser.domain.change.ChangeExamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting.Cause;
import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEntriesTest {

    private static final Duration PAUSE = Duration.ofSeconds(57);

    @ParameterizedTest
    @CsvSource({
        "8000, EUR, 8000.00",
        "8000.5, EUR, 8000.50",
        "8000.123456, EUR, 8000.123456",
        "8000, JPY, 8000",
        "8000.5, JPY, 8000.5",
        "8000, KWD, 8000.000",
        "0, EUR, 0.00",
        "1E+15, EUR, 1000000000000000.00"
    })
    void writesAnAmountExactlyWithAtLeastTheDecimalsOfItsCurrency(String amount, String currency, String written) {
        var told = new BillingCurrency.Told(Currency.getInstance(currency));

        assertThat(ChangeEntries.written(SpendingLimit.of(amount), told)).isEqualTo(written);
    }

    @Test
    void writesAnAmountAsItIsWhereTheCurrencyIsUnknown() {
        assertThat(ChangeEntries.written(SpendingLimit.of("8000.5"), BillingCurrency.unknown()))
                .isEqualTo("8000.5");
        assertThat(ChangeEntries.written(SpendingLimit.notSet(), BillingCurrency.unknown()))
                .isEqualTo("not set");
    }

    @Test
    void belongToTheCustomerAndThePerson() {
        var draft = ChangeEntries.requested(change());

        assertThat(draft.kind()).isEqualTo(EntryKind.CHANGE_REQUESTED);
        assertThat(draft.stream()).isEqualTo(new Stream.OfCustomer(change().customer()));
        assertThat(draft.who()).contains(change().who());
    }

    @Test
    void tellWhyAndHowLongAChangeWaits() {
        var wait = new Next.Wait(Cause.THROTTLED, PAUSE, "429");

        assertThat(draft(unanswered(), wait).facts().texts())
                .containsEntry("cause", "throttled")
                .containsEntry("pause", "PT57S")
                .containsEntry("detail", "429")
                .containsEntry("attempt", "1");
    }

    @Test
    void tellOfWaitingOnceWhileItsCauseIsTheSame() {
        var waiting = new ChangeState.Waiting(Cause.THROTTLED, AT);
        var change = with(new ChangeState.Requested(Optional.of(waiting), 1), List.of());

        assertThat(ChangeEntries.of(change, new Next.Wait(Cause.THROTTLED, PAUSE, "429")))
                .isEmpty();
        assertThat(ChangeEntries.of(change, new Next.Wait(Cause.UNAVAILABLE, PAUSE, "502")))
                .isPresent();
        assertThat(ChangeEntries.of(unanswered(), new Next.Wait(Cause.THROTTLED, PAUSE, "429")))
                .isPresent();
    }

    @Test
    void tellNothingOfAnIdleCheck() {
        assertThat(ChangeEntries.of(
                        ChangeExamples.unknown(3), new Next.KeepLooking(Optional.of(SpendingLimit.notSet()), PAUSE)))
                .isEmpty();
    }

    @Test
    void repeatMicrosoftsWordsUpToALimit() {
        var refusal = new Refusal(403, Optional.of("900150"), "No.\n" + "x".repeat(1024), CORRELATION);

        var facts = draft(unanswered(), new Next.Refuse(refusal, ChangeState.Refused.Step.SENDING))
                .facts()
                .texts();

        assertThat(facts.get("words")).startsWith("No. xxx").hasSize(256);
        assertThat(facts.get("wordsSha256")).matches("[0-9a-f]{64}");
        assertThat(facts)
                .containsEntry("status", "403")
                .containsEntry("step", "sending")
                .containsEntry("code", "900150")
                .containsEntry("correlation", CORRELATION.toString());
    }

    @Test
    void tellWhatBroke() {
        var lost = new Next.LoseSight(new Trouble(Trouble.Kind.SERVICE_ERROR, "502"), CORRELATION, PAUSE);

        assertThat(draft(unanswered(), lost).facts().texts())
                .containsEntry("trouble", "service-error")
                .containsEntry("detail", "502");
    }

    @Test
    void tellWhatMicrosoftShowedInstead() {
        var shown = SpendingLimit.of("9200");

        assertThat(draft(change(), new Next.StandBack(shown, CORRELATION))
                        .facts()
                        .texts())
                .containsEntry("shown", "9200.00")
                .doesNotContainKey("attempt");
        assertThat(draft(unanswered(), new Next.RuleOut(shown, CORRELATION))
                        .facts()
                        .texts())
                .containsEntry("shown", "9200.00")
                .containsEntry("attempt", "1");
        assertThat(draft(unanswered(), new Next.Dispute(Optional.empty(), CORRELATION))
                        .facts()
                        .texts())
                .containsEntry("shown", "cannot be read");
    }

    private static Draft draft(Change change, Next.Transition transition) {
        return ChangeEntries.of(change, transition).orElseThrow();
    }
}
