package dev.purser.web;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.web.format.Amount;
import dev.purser.web.format.AmountWords;
import dev.purser.web.language.ReaderLanguage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what there is to consider before a change is made. What removing a budget means stands beside its button. */
@Singleton
class Concerns {

    private final ReaderLanguage reader;

    Concerns(ReaderLanguage reader) {
        this.reader = reader;
    }

    /** @param now the budget as last read */
    List<String> of(List<Concern> concerns, SpendingLimit now, BillingCurrency currency, Locale language) {
        return concerns.stream()
                .flatMap(concern -> sentence(concern, now, currency, language))
                .toList();
    }

    private Stream<String> sentence(Concern concern, SpendingLimit now, BillingCurrency currency, Locale language) {
        var words = reader.words(ReviewMessages.class);
        return switch (concern) {
            case Concern.Removal() -> Stream.empty();
            case Concern.Moved(var opened) ->
                Stream.of(words.moved(shown(opened, currency, language), shown(now, currency, language)));
            case Concern.SteepRise(var percent) ->
                Stream.of(words.steepRise(AmountWords.exactPercent(percent, language)));
            case Concern.RiseFromZero() -> Stream.of(words.riseFromZero());
            case Concern.NotShown() -> Stream.of(words.notShown(shown(now, currency, language)));
            // Spend is compared only where its currency is the budget's, which is known then.
            case Concern.BelowSpend(var spend) ->
                Stream.of(words.belowSpend(AmountWords.withCurrency(
                        Amount.rounded(new Money(spend, currency.known().orElseThrow())), language)));
            case Concern.CurrencyUnknown() -> Stream.of(words.currencyUnknown());
        };
    }

    private static String shown(SpendingLimit limit, BillingCurrency currency, Locale language) {
        return AmountWords.withCurrency(limit, currency, language);
    }
}
