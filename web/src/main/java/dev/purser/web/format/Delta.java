package dev.purser.web.format;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.BudgetMove;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * By how much a budget moves.
 *
 * @param percent of the budget before, zero only where nothing moves; empty where that budget was zero
 */
public record Delta(Amount by, Optional<BigDecimal> percent) {

    /** Empty where one of the two budgets is not set: then there is nothing to subtract. */
    public static Optional<Delta> of(BudgetMove move, BillingCurrency currency) {
        return move.difference().map(by -> new Delta(Amount.exact(by, currency.known()), move.percent()));
    }
}
