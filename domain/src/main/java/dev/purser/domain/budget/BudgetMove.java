package dev.purser.domain.budget;

import dev.purser.domain.budget.SpendingLimit.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The way from one limit to another, as every page states it: by how much, and by how many percent. */
public record BudgetMove(SpendingLimit before, SpendingLimit after) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

    /** The difference in percent of before, to one decimal; empty where before is not set or zero. */
    public Optional<BigDecimal> percent() {
        if (before instanceof Limit from && from.amount().signum() > 0) {
            return difference()
                    .map(difference -> difference.multiply(HUNDRED).divide(from.amount(), 1, RoundingMode.HALF_UP));
        }
        return Optional.empty();
    }
}
