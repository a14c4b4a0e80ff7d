package dev.purser.domain.usage;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of a budget is used, both in the same currency. */
public sealed interface UsedShare {

    /** A percentage to two decimals; 100.00 where exactly everything is used, and nowhere else. */
    record Percent(BigDecimal value) implements UsedShare {}

    /** The budget is zero and something was spent: no percentage can say it. */
    record OverZero() implements UsedShare {}

    /** No budget is set, so there is nothing to use. */
    record NoBudget() implements UsedShare {}

    static UsedShare of(BigDecimal spend, SpendingLimit limit) {
        return switch (limit) {
            case NotSet notSet -> new NoBudget();
            case Limit(var amount)
            when amount.signum() == 0 -> spend.signum() > 0 ? new OverZero() : new Percent(BigDecimal.ZERO.setScale(2));
            case Limit(var amount) -> new Percent(percent(spend, amount));
        };
    }

    private static BigDecimal percent(BigDecimal spend, BigDecimal amount) {
        var rounded = spend.movePointRight(2).divide(amount, 2, RoundingMode.HALF_UP);
        return switch (spend.compareTo(amount)) {
            case 0 -> rounded;
            case 1 -> rounded.max(new BigDecimal("100.01"));
            default -> rounded.min(new BigDecimal("99.99"));
        };
    }
}
