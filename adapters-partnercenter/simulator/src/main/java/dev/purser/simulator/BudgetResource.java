package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/customers/{id}/usagebudget}: names are read in any case, an explicit null removes. */
final class BudgetResource {

    private final World world;

    BudgetResource(World world) {
        this.world = world;
    }

    Reply get(SimulatedCustomer customer) {
        return Reply.ok(SpendingBudgetBody.full(customer, world.budget(customer.id())));
    }

    Reply patch(SimulatedCustomer customer, ApiCall call) {
        JsonNode body;
        try {
            body = WireJson.read(call.body());
        } catch (JsonProcessingException _) {
            return Reply.json(400, ErrorBody.notBindable());
        }
        if (!(body instanceof ObjectNode object)) {
            return Reply.json(400, ErrorBody.notBindable());
        }
        List<JsonNode> amounts = amounts(object);
        if (amounts.size() != 1) {
            return invalid("amount: must be given once");
        }
        JsonNode amount = amounts.getFirst();
        if (amount.isNull()) {
            return apply(customer, Optional.empty(), call);
        }
        if (!amount.isNumber()) {
            return Reply.json(400, ErrorBody.notBindable());
        }
        BigDecimal value = amount.decimalValue();
        if (!World.canBeBudget(value)) {
            return invalid("amount: value is not valid");
        }
        return apply(customer, Optional.of(value), call);
    }

    private Reply apply(SimulatedCustomer customer, Optional<BigDecimal> amount, ApiCall call) {
        Optional<BigDecimal> after = world.applyByCall(customer.id(), amount, call.ids());
        return Reply.ok(SpendingBudgetBody.full(customer, after));
    }

    private static List<JsonNode> amounts(ObjectNode body) {
        return body.properties().stream()
                .filter(property -> property.getKey().toLowerCase(Locale.ROOT).equals("amount"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Reply invalid(String data) {
        return Reply.json(400, ErrorBody.withData("800002", "The request input is not valid.", data));
    }
}
