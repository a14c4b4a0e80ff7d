package dev.purser.domain.budget;

import dev.purser.domain.budget.SpendingLimit.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** The way from one limit to another, as every page states it: by how much, and by how many percent. */
public record BudgetMove(SpendingLimit before, SpendingLimit after) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext FIRST_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

    /** The direction in the words of the history. */
    public enum Direction {
        SET,
        RAISED,
        LOWERED,
        REMOVED,
        UNCHANGED
    }

    public Direction direction() {
        if (before.equals(after)) {
            return Direction.UNCHANGED;
        }
        if (after instanceof SpendingLimit.NotSet) {
            return Direction.REMOVED;
        }
        return difference()
                .map(difference -> difference.signum() > 0 ? Direction.RAISED : Direction.LOWERED)
                .orElse(Direction.SET);
    }

    /** After less before; empty where one of them is not set, for then there is nothing to subtract. */
    public Optional<BigDecimal> difference() {
        return before instanceof Limit from && after instanceof Limit to
                ? Optional.of(to.amount().subtract(from.amount()))
                : Optional.empty();
    }

    /**
     * The difference in percent of before, to one decimal, or to its first digit where that would make it none; empty where
     * before is not set or zero.
     */
    public Optional<BigDecimal> percent() {
        if (before instanceof Limit from && from.amount().signum() > 0) {
            return difference().map(difference -> percent(difference, from.amount()));
        }
        return Optional.empty();
    }

    private static BigDecimal percent(BigDecimal difference, BigDecimal whole) {
        var hundredfold = difference.multiply(HUNDRED);
        var rounded = hundredfold.divide(whole, 1, RoundingMode.HALF_UP);
        return rounded.signum() == difference.signum() ? rounded : hundredfold.divide(whole, FIRST_DIGIT);
    }
}
