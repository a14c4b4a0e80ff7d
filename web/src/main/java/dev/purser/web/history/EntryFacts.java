package dev.purser.web.history;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting.Cause;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.history.Entry;
import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.Invitee;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What an entry says, read back into the types that it was written from. */
public record EntryFacts(Entry entry) {

    /** A fact; empty text where the entry does not say it. */
    public String text(String name) {
        return entry.fact(name).orElse("");
    }

    public Optional<SpendingLimit> before() {
        return entry.fact("before").map(EntryFacts::limit);
    }

    /** The budget that was asked for. */
    public Optional<SpendingLimit> after() {
        return entry.fact("after").map(EntryFacts::limit);
    }

    /** The budget that Microsoft showed; empty where it could not be read. */
    public Optional<SpendingLimit> shown() {
        return entry.fact("shown")
                .filter(text -> !text.equals("cannot be read"))
                .map(EntryFacts::limit);
    }

    public Optional<BudgetMove> move() {
        return before().flatMap(from -> after().map(to -> new BudgetMove(from, to)));
    }

    public BillingCurrency currency() {
        return entry.fact("currency")
                .filter(code -> !code.equals("unknown"))
                .map(Currency::getInstance)
                .<BillingCurrency>map(currency -> text("currencyFrom").equals("configuration")
                        ? new BillingCurrency.Configured(currency)
                        : new BillingCurrency.Told(currency))
                .orElseGet(BillingCurrency::unknown);
    }

    public Optional<UUID> change() {
        return entry.fact("change").map(UUID::fromString);
    }

    /** When Microsoft says that it was done; empty where the entry tells of no record of Microsoft's. */
    public Optional<Instant> recordedAt() {
        return entry.fact("recordedAt").map(Instant::parse);
    }

    /** The change that this one undoes. */
    public Optional<UUID> undoes() {
        return entry.fact("undoes").map(UUID::fromString);
    }

    /** Whether Microsoft's record shows another budget than the one asked for. */
    public boolean recordedOtherwise() {
        return shown().isPresent() && !shown().equals(after());
    }

    public Cause cause() {
        return of(Cause.values(), Cause::key, "cause");
    }

    public Trouble.Kind trouble() {
        return of(Trouble.Kind.values(), Trouble.Kind::key, "trouble");
    }

    public Evidence evidence() {
        return of(Evidence.values(), Evidence::key, "evidence");
    }

    /** How many customers an entry about rights tells of. */
    public long count() {
        return Long.parseLong(text("count"));
    }

    /** By what somebody was invited. */
    public Invitee.Kind invitedBy() {
        return of(Invitee.Kind.values(), Invitee.Kind::key, "invitedBy");
    }

    public SecondFactor secondFactor() {
        return of(SecondFactor.values(), SecondFactor::key, "secondFactor");
    }

    public Refusal refusal() {
        return new Refusal(
                Integer.parseInt(text("status")),
                entry.fact("code"),
                text("words"),
                UUID.fromString(text("correlation")));
    }

    private <E extends Enum<E>> E of(E[] values, Function<E, String> key, String name) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Entry " + entry.id() + " says nothing known of its " + name + ": " + text(name)));
    }

    private static SpendingLimit limit(String written) {
        return written.equals("not set") ? SpendingLimit.notSet() : SpendingLimit.of(written);
    }
}
