package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A budget on the wire: {@code amount} is absent when none is set. */
final class SpendingBudgetBody {

    private SpendingBudgetBody() {}

    /** As the budget resource answers it, with the deprecated duplicate of the amount. */
    static ObjectNode full(SimulatedCustomer customer, Optional<BigDecimal> budget) {
        ObjectNode body = WireJson.object();
        budget.map(customer.amountStyle()::dress)
                .ifPresent(amount -> body.put("amount", amount).put("usageSpendingBudget", amount));
        body.set("attributes", WireJson.attributesOf("SpendingBudget"));
        return body;
    }

    /** As usage resources embed it. */
    static ObjectNode embedded(SimulatedCustomer customer, Optional<BigDecimal> budget) {
        ObjectNode body = full(customer, budget);
        body.remove("usageSpendingBudget");
        return body;
    }
}
