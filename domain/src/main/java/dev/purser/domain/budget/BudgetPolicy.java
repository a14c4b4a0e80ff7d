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

        /** By which a review page says what it has shown. */
        default String key() {
            return switch (this) {
                case Removal() -> "removal";
                case SteepRise steepRise -> "steep-rise";
                case RiseFromZero() -> "rise-from-zero";
                case BelowSpend belowSpend -> "below-spend";
                case CurrencyUnknown() -> "currency-unknown";
                case Moved moved -> "moved";
                case NotShown() -> "not-shown";
            };
        }

        /** Nobody will be warned any more. */
        record Removal() implements Concern {}

        /** The budget rises by more than the policy's limit. */
        record SteepRise(BigDecimal percent) implements Concern {}

        /** The budget was zero, from which any rise is steeper than a percentage can say. */
        record RiseFromZero() implements Concern {}

        /** The new budget is already spent. */
        record BelowSpend(BigDecimal spend) implements Concern {}

        /** Nobody has told us what currency the amount is in. */
        record CurrencyUnknown() implements Concern {}

        /** The budget is not what it was when the form was opened. */
        record Moved(SpendingLimit whenOpened) implements Concern {}

        /** The form does not say which budget it showed. */
        record NotShown() implements Concern {}
    }

    public BudgetPolicy {
        if (reviewedRise.signum() < 0) {
            throw new IllegalArgumentException("A limit for rises below zero: " + reviewedRise);
        }
    }

    /**
     * @param whenOpened the budget that the person saw, if the form says so
     * @param now the budget as last read from Microsoft
     * @param wanted the budget asked for
     * @param spend spend so far in the budget's currency, if known
     */
    public List<Concern> concerns(
            Optional<SpendingLimit> whenOpened,
            SpendingLimit now,
            SpendingLimit wanted,
            BillingCurrency currency,
            Optional<BigDecimal> spend) {
        var concerns = new ArrayList<Concern>();
        whenOpened.ifPresentOrElse(
                opened -> {
                    if (!opened.equals(now)) {
                        concerns.add(new Concern.Moved(opened));
                    }
                },
                () -> concerns.add(new Concern.NotShown()));
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
                if (now instanceof Limit(var from) && from.signum() == 0 && amount.signum() > 0) {
                    concerns.add(new Concern.RiseFromZero());
                }
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
