package dev.purser.simulator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws budgets and spends of sensible sizes. */
final class Figures {

    /** Round monthly sums in euro, small customers more often than large ones. */
    private static final List<Integer> EUROS = List.of(
            100, 250, 250, 500, 500, 750, 1000, 1000, 1500, 2000, 2500, 4000, 5000, 7500, 10_000, 25_000, 120_000);

    private Figures() {}

    /** Round, with decimals, zero, or not set. */
    static Optional<BigDecimal> budget(BillingCurrency currency, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 22) {
            return Optional.empty();
        }
        if (kind < 25) {
            return Optional.of(BigDecimal.ZERO.setScale(currency.decimals()));
        }
        BigDecimal round = currency.fromEuro(euros(random))
                .round(new MathContext(2))
                .setScale(currency.decimals(), RoundingMode.UNNECESSARY);
        return Optional.of(kind < 88 ? round : round.add(smallChange(currency, random)));
    }

    /** None, zero, or a share of the budget: mostly below it, some near it, some above, a few many times above. */
    static Spend spend(Optional<BigDecimal> budget, BillingCurrency currency, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 4) {
            return new Spend.NoUsage();
        }
        if (kind < 8) {
            return new Spend.NoUsageListedAsZero();
        }
        int daysLate = random.nextInt(100) < 97 ? 0 : 1 + random.nextInt(4);
        if (kind < 12) {
            return new Spend.Spent(BigDecimal.ZERO, BigDecimal.ZERO, daysLate);
        }
        BigDecimal measure =
                budget.filter(amount -> amount.signum() > 0).orElseGet(() -> currency.fromEuro(euros(random)));
        BigDecimal cost = measure.multiply(BigDecimal.valueOf(usedPermille(kind, random), 3));
        return spent(cost.setScale(currency.decimals(), RoundingMode.HALF_UP), currency, daysLate, random);
    }

    /** With a tail of digits far behind the point, as binary arithmetic leaves it and as the real figures have it. */
    static Spend.Spent spent(BigDecimal cost, BillingCurrency currency, int daysLate, SplittableRandom random) {
        BigDecimal tail = BigDecimal.valueOf(random.nextLong(-9_999_999L, 10_000_000L), 20);
        BigDecimal withTail = random.nextInt(4) == 0 ? cost : cost.add(tail);
        return new Spend.Spent(withTail, currency.toDollars(cost), daysLate);
    }

    private static int usedPermille(int kind, SplittableRandom random) {
        if (kind < 15) {
            return random.nextInt(2000, 9500);
        }
        if (kind < 23) {
            return random.nextInt(1000, 1500);
        }
        return kind < 35 ? random.nextInt(800, 1000) : random.nextInt(10, 800);
    }

    private static BigDecimal euros(SplittableRandom random) {
        return BigDecimal.valueOf(EUROS.get(random.nextInt(EUROS.size())));
    }

    private static BigDecimal smallChange(BillingCurrency currency, SplittableRandom random) {
        return BigDecimal.valueOf(random.nextInt(1, 1000), currency.decimals());
    }
}
