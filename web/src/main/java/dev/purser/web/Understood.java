package dev.purser.web;

import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.change.ChangeBudget.Prospect;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.usage.UsedShare;
import dev.purser.web.Mistakes.Mistake;
import dev.purser.web.format.AmountWords;
import dev.purser.web.format.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of a typed amount, shown before it is sent.
 *
 * @param typed as it stands in the field
 * @param budget that it comes to, and by how much that is another one; empty where nobody can say
 * @param meaning the sentences after it
 */
record Understood(String typed, Optional<String> budget, List<String> meaning) {

    /** @param considered the sentences of what it would be shown once more for */
    static Understood budget(
            String typed,
            Prospect.Budget prospect,
            KnownCustomer customer,
            List<String> considered,
            CustomerMessages words,
            Figures figures) {
        var meaning = new ArrayList<String>();
        if (prospect.concerns().stream().noneMatch(Concern.BelowSpend.class::isInstance)) {
            customer.used(prospect.wanted())
                    .flatMap(share -> used(share, words, figures))
                    .ifPresent(meaning::add);
        }
        meaning.addAll(considered);
        if (customer.openChange().isPresent()) {
            meaning.add(words.understoodOccupied());
        } else if (prospect.concerns().isEmpty()) {
            meaning.add(words.understoodNow(
                    AmountWords.withCurrency(prospect.now(), customer.currency(), figures.language())));
        } else {
            meaning.add(words.understoodReviewed());
        }
        return new Understood(typed, Optional.of(moved(prospect, customer, words, figures)), meaning);
    }

    static Understood mistake(
            String typed, Mistake mistake, KnownCustomer customer, CustomerMessages words, Figures figures) {
        var meaning = new ArrayList<String>();
        meaning.add(mistake.beside());
        if (!mistake.readings().isEmpty()) {
            meaning.add(words.understoodReadings(
                    figures.amount(mistake.readings().getFirst(), customer.currency()),
                    figures.amount(mistake.readings().getLast(), customer.currency())));
        }
        return new Understood(typed, Optional.empty(), meaning);
    }

    private static String moved(
            Prospect.Budget prospect, KnownCustomer customer, CustomerMessages words, Figures figures) {
        var move = new BudgetMove(prospect.now(), prospect.wanted());
        var budget = AmountWords.withCurrency(prospect.wanted(), customer.currency(), figures.language());
        var difference = move.difference()
                .map(by -> figures.amount(by.abs(), customer.currency()))
                .orElse("");
        var percent = move.percent().map(figures::signedPercent).orElse("");
        return switch (move.direction()) {
            case RAISED ->
                percent.isEmpty()
                        ? words.understoodUpFromZero(budget, difference)
                        : words.understoodUp(budget, difference, percent);
            case LOWERED -> words.understoodDown(budget, difference, percent);
            case SET, REMOVED, UNCHANGED -> budget;
        };
    }

    private static Optional<String> used(UsedShare share, CustomerMessages words, Figures figures) {
        return switch (share) {
            case UsedShare.Percent(var percent) -> Optional.of(words.understoodUsed(figures.wholePercent(percent)));
            // Where more than nothing is spent, that is to be considered, and is said there.
            case UsedShare.OverZero overZero -> Optional.empty();
            case UsedShare.NoBudget noBudget -> Optional.empty();
        };
    }
}
