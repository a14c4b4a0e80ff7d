package dev.purser.partnercenter;

import java.math.BigDecimal;

/** Guards against numbers that are legal JSON, a few characters long, and millions of digits wide when written out. */
final class Amounts {

    /** Microsoft writes up to 23 digits; no money needs more places than these on either side of the point. */
    private static final int MOST_PLACES = 60;

    private Amounts() {}

    static BigDecimal believable(BigDecimal amount) throws UnreadableAnswer {
        long before = (long) amount.precision() - amount.scale();
        if (before > MOST_PLACES || amount.scale() > MOST_PLACES) {
            throw new UnreadableAnswer("an amount that no money has");
        }
        // 0E+60 and the like have few places before the point but still many zeros.
        return amount.scale() < -MOST_PLACES ? BigDecimal.ZERO : amount;
    }
}
