package dev.purser.domain.change;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Facts;
import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * What the history says of a change. Each entry stands for itself: it repeats who wanted what of whom, so that no entry
 * needs another one to be understood.
 */
public final class ChangeEntries {

    private ChangeEntries() {}

    /** T1. */
    public static Draft requested(Change change) {
        return draft(
                EntryKind.CHANGE_REQUESTED,
                change,
                Facts.none().and("typed", change.wording().typed()));
    }

    /** T3. */
    public static Draft sending(Change change, Attempt attempt) {
        return draft(
                EntryKind.CHANGE_SENDING,
                change,
                Facts.none()
                        .and("attempt", Integer.toString(attempt.number()))
                        .and("request", attempt.request().toString())
                        .and("correlation", attempt.correlation().toString()));
    }

    /** T4 and T5; empty where nothing has changed that is worth an entry. */
    public static Optional<Draft> of(Change change, Next.Transition transition) {
        return switch (transition) {
            case Next.KeepLooking keepLooking -> Optional.empty();
            case Next.Wait wait when alreadyWaitsFor(change, wait) -> Optional.empty();
            case Next.Wait(var cause, var pause, var detail) ->
                Optional.of(draft(
                        EntryKind.CHANGE_WAITING,
                        change,
                        attempt(change)
                                .and("cause", cause.key())
                                .and("pause", pause.toString())
                                .andForeign("detail", detail)));
            case Next.LoseSight(var trouble, var correlation, var nextCheck) ->
                Optional.of(draft(
                        EntryKind.CHANGE_UNKNOWN,
                        change,
                        attempt(change)
                                .and("trouble", trouble.kind().key())
                                .and("correlation", correlation.toString())
                                .andForeign("detail", trouble.detail())));
            case Next.Confirm(var evidence, var status, var correlation) ->
                Optional.of(draft(
                        EntryKind.CHANGE_CONFIRMED,
                        change,
                        confirmed(change, evidence, status, correlation)
                                .and("evidence", evidence.key())
                                .and("correlation", correlation.toString())));
            case Next.Refuse(var refusal, var step) ->
                Optional.of(draft(
                        EntryKind.CHANGE_REFUSED,
                        change,
                        refusal(attempt(change), refusal).and("step", step.key())));
            case Next.RuleOut(var shown, var correlation) ->
                Optional.of(
                        draft(EntryKind.CHANGE_NOT_APPLIED, change, shown(change, Optional.of(shown), correlation)));
            case Next.StandBack(var shown, var correlation) ->
                Optional.of(draft(EntryKind.CHANGE_CONFLICT, change, shown(change, Optional.of(shown), correlation)));
            case Next.Dispute(var shown, var correlation) ->
                Optional.of(draft(EntryKind.CHANGE_DISPUTED, change, shown(change, shown, correlation)));
        };
    }

    /** An amount as entries write it: exact, with at least the decimals of its currency. */
    public static String written(SpendingLimit limit, BillingCurrency currency) {
        return switch (limit) {
            case SpendingLimit.NotSet notSet -> "not set";
            case SpendingLimit.Limit(var amount) ->
                withDecimals(amount, currency).toPlainString();
        };
    }

    private static BigDecimal withDecimals(BigDecimal amount, BillingCurrency currency) {
        var decimals = currency.known().map(known -> currency.decimals()).orElse(0);
        return amount.scale() < decimals ? amount.setScale(decimals) : amount;
    }

    private static boolean alreadyWaitsFor(Change change, Next.Wait wait) {
        return change.state() instanceof ChangeState.Requested(var waiting, var tries)
                && waiting.map(ChangeState.Waiting::cause).equals(Optional.of(wait.cause()));
    }

    private static Facts attempt(Change change) {
        return change.attempts().isEmpty()
                ? Facts.none()
                : Facts.none().and("attempt", Integer.toString(change.attempts().size()));
    }

    /** A record proves one attempt, not always the last one, and is no answer with a status. */
    private static Facts confirmed(Change change, Evidence evidence, int status, UUID correlation) {
        return switch (evidence) {
            case ANSWER, ANSWER_TO_RESEND, READ_BACK -> attempt(change).and("status", Integer.toString(status));
            case ACTIVITY_RECORD ->
                Facts.none()
                        .and(
                                "attempt",
                                change.attempts().stream()
                                        .filter(attempt -> attempt.correlation().equals(correlation))
                                        .findFirst()
                                        .map(attempt -> Integer.toString(attempt.number())));
        };
    }

    private static Facts refusal(Facts facts, Refusal refusal) {
        return facts.and("status", Integer.toString(refusal.status()))
                .and("code", refusal.code())
                .and("correlation", refusal.correlation().toString())
                .andForeign("words", refusal.words());
    }

    private static Facts shown(Change change, Optional<SpendingLimit> shown, UUID correlation) {
        return attempt(change)
                .and(
                        "shown",
                        shown.map(limit -> written(limit, change.currency())).orElse("cannot be read"))
                .and("correlation", correlation.toString());
    }

    /** An entry of a change: what every one of them says, and these facts. */
    public static Draft draft(EntryKind kind, Change change, Facts facts) {
        var customer = change.customer();
        var all = facts.and("change", change.id().toString())
                .and("account", customer.account().value())
                .and("customer", customer.tenant().toString())
                .andForeign("customerName", change.customerName())
                .and("before", written(change.before(), change.currency()))
                .and("after", written(change.wanted(), change.currency()))
                .and("reason", change.wording().reason())
                .and("ticket", change.wording().ticket())
                .and("undoes", change.undoes().map(UUID::toString));
        return new Draft(
                kind, new Stream.OfCustomer(customer), Optional.of(change.who()), withCurrency(change.currency(), all));
    }

    /** These facts, and the currency that their amounts are in, as far as it is known. */
    public static Facts withCurrency(BillingCurrency currency, Facts facts) {
        return switch (currency) {
            case BillingCurrency.Told(var code) ->
                facts.and("currency", code.getCurrencyCode()).and("currencyFrom", "microsoft");
            case BillingCurrency.Configured(var code) ->
                facts.and("currency", code.getCurrencyCode()).and("currencyFrom", "configuration");
            case BillingCurrency.Unknown unknown -> facts.and("currency", "unknown");
        };
    }
}
