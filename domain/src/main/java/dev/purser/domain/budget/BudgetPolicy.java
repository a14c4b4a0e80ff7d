package dev.purser.domain.budget;

import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a change is shown to the person once more before it is made.
 *
 * @param reviewedRise the percentage above which a rise is reviewed ({@code PURSER_REVIEW_RISE})
 */
public record BudgetPolicy(BigDecimal reviewedRise) {

    /** Why a change is shown once more; each is a sentence on the review page. */
    public sealed interface Concern {

        /** Nobody will be warned any more. */
        record Removal() implements Concern {}

        /** The budget rises by more than the policy's limit. */
        record SteepRise(BigDecimal percent) implements Concern {}

        /** The new budget is already spent. */
        record BelowSpend(BigDecimal spend) implements Concern {}

        /** Nobody has told us what currency the amount is in. */
        record CurrencyUnknown() implements Concern {}

        /** The budget is not what it was when the form was opened. */
        record Moved(SpendingLimit whenOpened) implements Concern {}
    }

    public BudgetPolicy {
        if (reviewedRise.signum() < 0) {
            throw new IllegalArgumentException("A limit for rises below zero: " + reviewedRise);
        }
    }

    /**
     * @param whenOpened the budget that the person saw
     * @param now the budget as last read from Microsoft
     * @param wanted the budget asked for
     * @param spend spend so far in the budget's currency, if known
     */
    public List<Concern> concerns(
            SpendingLimit whenOpened,
            SpendingLimit now,
            SpendingLimit wanted,
            BillingCurrency currency,
            Optional<BigDecimal> spend) {
        var concerns = new ArrayList<Concern>();
        if (!whenOpened.equals(now)) {
            concerns.add(new Concern.Moved(whenOpened));
        }
        switch (wanted) {
            case NotSet notSet -> concerns.add(new Concern.Removal());
            case Limit(var amount) -> {
                if (currency.known().isEmpty()) {
                    concerns.add(new Concern.CurrencyUnknown());
                }
                var move = new BudgetMove(now, wanted);
                move.percent()
                        .filter(percent -> isSteep(move))
                        .ifPresent(percent -> concerns.add(new Concern.SteepRise(percent)));
                spend.filter(spent -> amount.compareTo(spent) < 0)
                        .ifPresent(spent -> concerns.add(new Concern.BelowSpend(spent)));
            }
        }
        return List.copyOf(concerns);
    }

    /** Compared exactly: the percentage that is shown is rounded. */
    private boolean isSteep(BudgetMove move) {
        return move.before() instanceof Limit(var from)
                && move.difference()
                        .filter(rise -> rise.movePointRight(2).compareTo(reviewedRise.multiply(from)) > 0)
                        .isPresent();
    }
}
