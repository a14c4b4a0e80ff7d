package dev.purser.web;

import dev.purser.domain.budget.AmountReader;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.TypedAmount;
import dev.purser.domain.change.ChangeBudget.Flaw;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.web.format.Amount;
import dev.purser.web.format.AmountWords;
import dev.purser.web.language.ReaderLanguage;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Says what is to be mended in a form, and where. */
@Singleton
class Mistakes {

    private final ReaderLanguage reader;

    Mistakes(ReaderLanguage reader) {
        this.reader = reader;
    }

    /**
     * Something to be mended.
     *
     * @param place the id of the field, or of the panel where no field is to blame
     * @param summary at the top of the page
     * @param beside at the field
     * @param readings all that the amount can mean, where it can mean more than one
     */
    record Mistake(String place, String summary, String beside, List<BigDecimal> readings) {

        Mistake(String place, String words) {
            this(place, words, words, List.of());
        }
    }

    List<Mistake> of(KnownCustomer customer, ChangeForm form, List<Flaw> flaws, Locale language) {
        return flaws.stream().map(flaw -> of(customer, form, flaw, language)).toList();
    }

    private Mistake of(KnownCustomer customer, ChangeForm form, Flaw flaw, Locale language) {
        return switch (flaw) {
            case Flaw.Amount(var read) -> amount(customer, form, read, language);
            case Flaw.ReasonMissing() ->
                new Mistake("reason", words().reasonMissing(), words().reasonMissingBeside(), List.of());
            case Flaw.ReasonTooLong(var permitted) -> new Mistake("reason", words().reasonTooLong(permitted));
            case Flaw.TicketTooLong(var permitted) -> new Mistake("ticket", words().ticketTooLong(permitted));
            case Flaw.BudgetNotRead() -> new Mistake("now", words().budgetNotRead());
            case Flaw.RelationshipEnded() -> new Mistake("main", words().relationshipEnded());
            case Flaw.NothingToUndo() -> new Mistake("main", words().nothingToUndo());
            case Flaw.MovedOn(var made, var now) -> new Mistake("now", movedOn(customer, made, now, language));
        };
    }

    private Mistake amount(KnownCustomer customer, ChangeForm form, TypedAmount read, Locale language) {
        var typed = form.amount().strip();
        return switch (read) {
            case TypedAmount.Missing() -> new Mistake("amount", words().amountMissing());
            case TypedAmount.Unreadable() -> new Mistake("amount", words().amountUnreadable(typed));
            case TypedAmount.OtherCurrency(var code) -> new Mistake("amount", otherCurrency(customer, code));
            case TypedAmount.Ambiguous(var readings) ->
                new Mistake("amount", words().amountAmbiguous(typed), words().amountAmbiguousBeside(typed), readings);
            case TypedAmount.BelowZero(var result) ->
                new Mistake("amount", words().amountBelowZero(shown(customer, result, language)));
            case TypedAmount.TooLarge() -> new Mistake("amount", words().amountTooLarge(AmountReader.MOST_DIGITS));
            case TypedAmount.TooManyDecimals(var permitted) -> new Mistake("amount", decimals(customer, permitted));
            case TypedAmount.NothingToStartFrom() -> new Mistake("amount", words().amountNothingToStartFrom());
            case TypedAmount.Unchanged() -> unchanged(customer, language);
            case TypedAmount.Understood understood -> throw noFlaw(understood);
            case TypedAmount.Removed removed -> throw noFlaw(removed);
        };
    }

    private String otherCurrency(KnownCustomer customer, String code) {
        return customer.currency()
                .known()
                .map(known -> words().amountOtherCurrency(known.getCurrencyCode(), code))
                .orElseGet(() -> words().amountCurrencyUnknown(code));
    }

    private String decimals(KnownCustomer customer, int permitted) {
        var code = customer.currency().known().map(Currency::getCurrencyCode);
        return code.map(known -> words().amountDecimals(known, permitted))
                .orElseGet(() -> words().amountDecimalsUnknown(permitted));
    }

    private String movedOn(KnownCustomer customer, SpendingLimit made, SpendingLimit now, Locale language) {
        return switch (made) {
            case SpendingLimit.NotSet notSet -> words().setSinceRemoval(shown(customer, now, language));
            case SpendingLimit.Limit limit ->
                now instanceof SpendingLimit.NotSet
                        ? words().removedSince(shown(customer, limit, language))
                        : words().movedOn(shown(customer, now, language), shown(customer, limit, language));
        };
    }

    private Mistake unchanged(KnownCustomer customer, Locale language) {
        var now = customer.budget().orElseThrow().limit();
        return switch (now) {
            case SpendingLimit.NotSet notSet -> new Mistake("now", words().nothingToRemove());
            case SpendingLimit.Limit limit ->
                new Mistake(
                        "amount",
                        words().amountUnchanged(AmountWords.withCurrency(limit, customer.currency(), language)));
        };
    }

    private static String shown(KnownCustomer customer, SpendingLimit limit, Locale language) {
        return AmountWords.withCurrency(limit, customer.currency(), language);
    }

    private static String shown(KnownCustomer customer, BigDecimal amount, Locale language) {
        return AmountWords.withCurrency(Amount.exact(amount, customer.currency().known()), language);
    }

    private CustomerMessages words() {
        return reader.words(CustomerMessages.class);
    }

    private static IllegalStateException noFlaw(TypedAmount read) {
        return new IllegalStateException("Nothing is to be mended: " + read);
    }
}
