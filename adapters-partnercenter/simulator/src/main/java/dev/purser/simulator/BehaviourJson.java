package dev.purser.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The switches in the JSON of the control addresses, described in the module's README. */
final class BehaviourJson {

    private BehaviourJson() {}

    static ObjectNode write(Behaviour behaviour) {
        ObjectNode body = WireJson.object();
        ArrayNode marked = body.putArray("byteOrderMark");
        behaviour.byteOrderMark().stream().sorted().forEach(route -> marked.add(route.name()));
        return body.put("removalByNull", Words.word(behaviour.removalByNull()))
                .put("removalByOmission", Words.word(behaviour.removalByOmission()))
                .put("removalByZero", Words.word(behaviour.removalByZero()))
                .put("unset", Words.word(behaviour.unset()))
                .put("budgetForm", Words.word(behaviour.budgetForm()))
                .put("casing", Words.word(behaviour.casing()))
                .put("nextLinks", Words.word(behaviour.nextLinks()))
                .put("pageSize", behaviour.pageSize())
                .put("leastLatencyMillis", behaviour.latency().least().toMillis())
                .put("mostLatencyMillis", behaviour.latency().most().toMillis())
                .put("staleReadsMillis", behaviour.staleReads().toMillis())
                .put("clockSkewSeconds", behaviour.clockSkew().toSeconds())
                .put("requestIds", Words.word(behaviour.requestIds()))
                .put("requestIdsKeptSeconds", behaviour.requestIdsKept().toSeconds())
                .put("auditDelayMillis", behaviour.auditDelay().toMillis())
                .put("auditCorrelation", Words.word(behaviour.auditCorrelation()))
                .put("auditKinds", Words.word(behaviour.auditKinds()))
                .put("auditFields", Words.word(behaviour.auditFields()))
                .put("auditedApi", Words.word(behaviour.auditedApi()));
    }

    /**
     * What is named is changed, everything else stays.
     *
     * @throws IllegalArgumentException when a switch cannot be understood; the message says why
     */
    static Behaviour change(Behaviour start, JsonNode switches) {
        if (!switches.isObject()) {
            throw new IllegalArgumentException("send an object of switches");
        }
        Behaviour changed = start;
        for (Map.Entry<String, JsonNode> one : switches.properties()) {
            changed = change(changed, switches, one.getKey());
        }
        return changed;
    }

    private static Behaviour change(Behaviour start, JsonNode node, String name) {
        return switch (name) {
            case "byteOrderMark" -> start.withByteOrderMark(routes(node.path(name)));
            case "removalByNull" -> start.withRemovalByNull(word(node, name, Behaviour.Removal.class));
            case "removalByOmission" -> start.withRemovalByOmission(word(node, name, Behaviour.Removal.class));
            case "removalByZero" -> start.withRemovalByZero(word(node, name, Behaviour.Removal.class));
            case "unset" -> start.withUnset(word(node, name, Behaviour.Unset.class));
            case "budgetForm" -> start.withBudgetForm(word(node, name, Behaviour.BudgetForm.class));
            case "casing" -> start.withCasing(word(node, name, Behaviour.Casing.class));
            case "nextLinks" -> start.withNextLinks(word(node, name, NextLinks.class));
            case "pageSize" -> start.withPageSize(Words.number(node, name));
            case "leastLatencyMillis", "mostLatencyMillis" -> start.withLatency(latency(start, node));
            case "staleReadsMillis" -> start.withStaleReads(Duration.ofMillis(Words.number(node, name)));
            case "clockSkewSeconds" -> start.withClockSkew(Duration.ofSeconds(Words.number(node, name)));
            case "requestIds" -> start.withRequestIds(word(node, name, Behaviour.RequestIds.class));
            case "requestIdsKeptSeconds" -> start.withRequestIdsKept(Duration.ofSeconds(Words.number(node, name)));
            case "auditDelayMillis" -> start.withAuditDelay(Duration.ofMillis(Words.number(node, name)));
            case "auditCorrelation" -> start.withAuditCorrelation(word(node, name, Behaviour.AuditCorrelation.class));
            case "auditKinds" -> start.withAuditKinds(word(node, name, Behaviour.AuditKinds.class));
            case "auditFields" -> start.withAuditFields(word(node, name, Behaviour.AuditFields.class));
            case "auditedApi" -> start.withAuditedApi(word(node, name, Behaviour.AuditedApi.class));
            default -> throw new IllegalArgumentException("there is no switch " + name);
        };
    }

    private static <E extends Enum<E>> E word(JsonNode node, String name, Class<E> type) {
        return Words.constant(type, Words.text(node, name));
    }

    private static Latency latency(Behaviour start, JsonNode node) {
        Latency now = start.latency();
        int least = Words.number(node, "leastLatencyMillis", (int) now.least().toMillis());
        int most = Words.number(node, "mostLatencyMillis", (int) now.most().toMillis());
        return new Latency(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    private static Set<Route> routes(JsonNode names) {
        if (!names.isArray()) {
            throw new IllegalArgumentException("byteOrderMark must be a list of routes");
        }
        Set<Route> routes = EnumSet.noneOf(Route.class);
        names.forEach(name -> routes.add(Words.constant(Route.class, name.asText())));
        return routes;
    }
}
