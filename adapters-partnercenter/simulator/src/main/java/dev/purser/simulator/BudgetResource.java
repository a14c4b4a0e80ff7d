package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/customers/{id}/usagebudget}: names are read in any case; what removes is switchable. */
final class BudgetResource {

    private final World world;
    private final Switches switches;
    private final Links links;

    BudgetResource(World world, Switches switches, Links links) {
        this.world = world;
        this.switches = switches;
        this.links = links;
    }

    Reply get(SimulatedCustomer customer) {
        Optional<BigDecimal> budget = world.budgetAsRead(customer.id());
        boolean missing = budget.isEmpty() && switches.now().unset() == Behaviour.Unset.NOT_FOUND;
        return missing ? Refusal.NOT_FOUND.reply() : shown(customer, budget);
    }

    /** @param unseen how long readers do not see the change */
    Reply patch(SimulatedCustomer customer, ApiCall call, Duration unseen) {
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
        Change change = new Change(customer, call, unseen);
        if (amounts.isEmpty()) {
            return change.byRemoval(switches.now().removalByOmission());
        }
        if (amounts.size() > 1) {
            return invalid("amount: must be given once");
        }
        JsonNode amount = amounts.getFirst();
        if (amount.isNull()) {
            return change.byRemoval(switches.now().removalByNull());
        }
        if (!amount.isNumber()) {
            return Reply.json(400, ErrorBody.notBindable());
        }
        BigDecimal value = amount.decimalValue();
        if (!World.canBeBudget(value)) {
            return invalid("amount: value is not valid");
        }
        boolean sets = value.signum() > 0 || switches.now().removalByZero() == Behaviour.Removal.SETS_ZERO;
        return sets
                ? change.to(Optional.of(value))
                : change.byRemoval(switches.now().removalByZero());
    }

    private final class Change {

        private final SimulatedCustomer customer;
        private final ApiCall call;
        private final Duration unseen;

        Change(SimulatedCustomer customer, ApiCall call, Duration unseen) {
            this.customer = customer;
            this.call = call;
            this.unseen = unseen;
        }

        Reply byRemoval(Behaviour.Removal removal) {
            return switch (removal) {
                case REMOVES -> to(Optional.empty());
                case SETS_ZERO -> to(Optional.of(BigDecimal.ZERO));
                case REFUSED -> invalid("amount: must be given once");
                case IGNORED -> shown(customer, world.budget(customer.id()));
            };
        }

        Reply to(Optional<BigDecimal> amount) {
            return shown(customer, world.applyByCall(customer.id(), amount, call, unseen));
        }
    }

    private Reply shown(SimulatedCustomer customer, Optional<BigDecimal> budget) {
        ObjectNode body = SpendingBudgetBody.full(customer, budget);
        if (budget.isEmpty() && switches.now().unset() == Behaviour.Unset.NULL) {
            body = WireJson.object()
                    .putNull("amount")
                    .putNull("usageSpendingBudget")
                    .setAll(body);
        }
        switch (switches.now().budgetForm()) {
            case FULL -> {
                // As it is.
            }
            case MINIMAL -> body.remove("usageSpendingBudget");
            case WITH_LINKS ->
                body.putObject("links").set("self", links.to("/customers/" + customer.id() + "/usagebudget"));
        }
        return Reply.ok(body);
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
