package dev.purser.domain.budget;

import java.math.BigDecimal;

/**
 * What a budget is set to. {@code not set} and {@code 0.00} are different things: nobody is warned, and everybody is
 * warned at the first cent.
 */
public sealed interface SpendingLimit {

    static SpendingLimit notSet() {
        return NotSet.INSTANCE;
    }

    static Limit of(BigDecimal amount) {
        return new Limit(amount);
    }

    static Limit of(String amount) {
        return new Limit(new BigDecimal(amount));
    }

    /** No budget: Microsoft warns nobody. */
    enum NotSet implements SpendingLimit {
        INSTANCE;

        @Override
        public String toString() {
            return "not set";
        }
    }

    /**
     * An amount a month, zero or more. Equal amounts are equal whatever their zeros, as Microsoft writes {@code 300},
     * {@code 300.0} and {@code 300.000000} for the same budget.
     */
    record Limit(BigDecimal amount) implements SpendingLimit {

        public Limit {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("A budget below zero: " + amount);
            }
            amount = amount.signum() == 0 ? BigDecimal.ZERO : withoutTrailingZeros(amount);
        }

        private static BigDecimal withoutTrailingZeros(BigDecimal amount) {
            var stripped = amount.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        @Override
        public String toString() {
            return amount.toPlainString();
        }
    }
}
