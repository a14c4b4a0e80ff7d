package dev.purser.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Rules in the JSON of the control addresses, described in the module's README. */
final class RuleJson {

    private RuleJson() {}

    /**
     * Adds the rule and answers its id.
     *
     * @throws IllegalArgumentException when the rule cannot be understood; the message says why
     */
    static long add(JsonNode rule, Faults faults) {
        Optional<FaultRule.Chance> chance = rule.has("percent")
                ? Optional.of(new FaultRule.Chance(
                        rule.path("percent").asDouble(), rule.path("seed").asLong()))
                : Optional.empty();
        return faults.add(
                rule.hasNonNull("customer") ? Optional.of(Words.id(rule, "customer")) : Optional.empty(),
                Words.constant(Route.class, Words.text(rule, "route")),
                FaultJson.read(rule.path("fault")),
                Words.number(rule, "skip", 0),
                times(rule, chance),
                chance);
    }

    /** Null is for ever; so is nothing beside a percentage, and once otherwise. */
    private static Optional<Integer> times(JsonNode rule, Optional<FaultRule.Chance> chance) {
        if (rule.hasNonNull("times")) {
            return Optional.of(Words.number(rule, "times"));
        }
        return rule.has("times") || chance.isPresent() ? Optional.empty() : Optional.of(1);
    }

    static ObjectNode write(FaultRule rule) {
        ObjectNode body =
                WireJson.object().put("id", rule.id()).put("route", rule.route().name());
        rule.customer().ifPresent(customer -> body.put("customer", customer.toString()));
        if (rule.skip() > 0) {
            body.put("skip", rule.skip());
        }
        rule.times().ifPresent(times -> body.put("times", times));
        rule.chance().ifPresent(chance -> body.put("percent", chance.percent()).put("seed", chance.seed()));
        body.set("fault", FaultJson.write(rule.fault()));
        return body;
    }
}
