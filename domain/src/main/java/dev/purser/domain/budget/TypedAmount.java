package dev.purser.domain.budget;

import dev.purser.domain.budget.SpendingLimit.Limit;
import java.math.BigDecimal;
import java.util.List;

/** What a typed budget was understood as. Nothing is guessed: what can mean two amounts is asked about. */
public sealed interface TypedAmount {

    /** The one amount it means. */
    record Understood(Limit limit) implements TypedAmount {}

    /** The budget is to be removed; nothing was typed. */
    record Removed() implements TypedAmount {}

    /** Nothing was typed. */
    record Missing() implements TypedAmount {}

    /** It is no amount in any way of writing that we know. */
    record Unreadable() implements TypedAmount {}

    /** It names a currency other than the customer's. */
    record OtherCurrency(String code) implements TypedAmount {}

    /** It can mean more than one amount: all that it can mean, smallest first, none of which has to be permitted. */
    record Ambiguous(List<BigDecimal> readings) implements TypedAmount {
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /** The result is below zero. */
    record BelowZero(BigDecimal result) implements TypedAmount {}

    /** More than {@value AmountReader#MOST_DIGITS} significant digits, which Microsoft's numbers would not keep. */
    record TooLarge() implements TypedAmount {}

    /** More decimals than the currency has. */
    record TooManyDecimals(int permitted) implements TypedAmount {}

    /** {@code +10%} or {@code -500} where no budget is set: there is nothing to start from. */
    record NothingToStartFrom() implements TypedAmount {}

    /** The same as the budget now. */
    record Unchanged() implements TypedAmount {}
}
