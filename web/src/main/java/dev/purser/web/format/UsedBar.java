package dev.purser.web.format;

import dev.purser.domain.usage.UsedShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The bar that shows how much of a budget is used. The limit always stands at two thirds of the drawing, so that a column
 * of bars shows at a glance who crosses it.
 *
 * @param percent what stands beside the bar; empty where no percentage can say it
 * @param fill width of the used part in units of the drawing, in which the limit stands at 80 of 120
 * @param broken whether more is used than the drawing has room for
 */
public record UsedBar(Level level, Optional<BigDecimal> percent, BigDecimal fill, boolean broken) {

    private static final BigDecimal LIMIT = BigDecimal.valueOf(80);
    private static final BigDecimal END = BigDecimal.valueOf(120);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** From here on Microsoft mails the partner. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(80);

    public enum Level {
        WITHIN("within"),
        NEAR("near"),
        OVER("over"),
        /** The budget is zero and something was spent. */
        OVER_ZERO("over"),
        /** There is no budget, or one of the two is not known. */
        NONE("none");

        private final String shape;

        Level(String shape) {
            this.shape = shape;
        }

        /** The ending of its class names. */
        public String shape() {
            return shape;
        }
    }

    /** Whether there is anything to draw. */
    public boolean drawn() {
        return level != Level.NONE;
    }

    public static UsedBar of(Optional<UsedShare> used) {
        return used.map(UsedBar::of).orElseGet(UsedBar::none);
    }

    private static UsedBar of(UsedShare used) {
        return switch (used) {
            case UsedShare.NoBudget noBudget -> none();
            case UsedShare.OverZero overZero -> new UsedBar(Level.OVER_ZERO, Optional.empty(), END, true);
            case UsedShare.Percent(var value) -> of(value);
        };
    }

    private static UsedBar of(BigDecimal percent) {
        var length = percent.multiply(LIMIT).divide(HUNDRED, 1, RoundingMode.HALF_UP);
        var broken = length.compareTo(END) > 0;
        return new UsedBar(level(percent), Optional.of(percent), broken ? END : length.max(BigDecimal.ZERO), broken);
    }

    private static UsedBar none() {
        return new UsedBar(Level.NONE, Optional.empty(), BigDecimal.ZERO, false);
    }

    private static Level level(BigDecimal percent) {
        if (percent.compareTo(HUNDRED) > 0) {
            return Level.OVER;
        }
        return percent.compareTo(NEAR) < 0 ? Level.WITHIN : Level.NEAR;
    }
}
