package dev.purser.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Rules and faults in the JSON of the control addresses. The kinds of a fault and what they take:
 *
 * <ul>
 *   <li>{@code apply-then-drop}, {@code drop-before-applying}, {@code server-error-after-applying}: nothing
 *   <li>{@code too-many-requests}: {@code retryAfterSeconds}, and {@code form}: {@code seconds} (if absent), {@code
 *       http-date} or {@code absent}
 *   <li>{@code slow}: {@code millis}
 *   <li>{@code malformed}: {@code shape}: {@code truncated}, {@code html}, {@code wrong-type} or {@code empty}
 *   <li>{@code answer-with}: {@code status}, {@code contentType} ({@code application/json} if absent), {@code body} as
 *       text
 * </ul>
 */
final class FaultJson {

    private FaultJson() {}

    /** @throws IllegalArgumentException when the rule cannot be understood; the message says why */
    static void add(JsonNode rule, Faults faults) {
        Route route = constant(Route.class, text(rule, "route"));
        Fault fault = fault(rule.path("fault"));
        Optional<UUID> customer = rule.hasNonNull("customer")
                ? Optional.of(ApiCall.uuid(text(rule, "customer"))
                        .orElseThrow(() -> new IllegalArgumentException("customer is not an id")))
                : Optional.empty();
        if (rule.has("percent")) {
            double percent = rule.path("percent").asDouble();
            faults.addRandomly(customer, route, percent, rule.path("seed").asLong(), fault);
        } else {
            faults.addNext(customer, route, fault, rule.has("times") ? (int) number(rule, "times") : 1);
        }
    }

    static ObjectNode write(FaultRule rule) {
        ObjectNode body =
                WireJson.object().put("id", rule.id()).put("route", rule.route().name());
        rule.customer().ifPresent(customer -> body.put("customer", customer.toString()));
        switch (rule) {
            case FaultRule.Next next -> body.put("times", next.times());
            case FaultRule.Randomly random ->
                body.put("percent", random.percent()).put("seed", random.seed());
        }
        body.set("fault", write(rule.fault()));
        return body;
    }

    static ObjectNode write(Fault fault) {
        ObjectNode body = WireJson.object();
        return switch (fault) {
            case Fault.ApplyThenDrop _ -> body.put("kind", "apply-then-drop");
            case Fault.DropBeforeApplying _ -> body.put("kind", "drop-before-applying");
            case Fault.ServerErrorAfterApplying _ -> body.put("kind", "server-error-after-applying");
            case Fault.TooManyRequests(Duration retryAfter, Fault.RetryAfter form) ->
                body.put("kind", "too-many-requests")
                        .put("retryAfterSeconds", retryAfter.toSeconds())
                        .put("form", word(form));
            case Fault.Slow(Duration delay) -> body.put("kind", "slow").put("millis", delay.toMillis());
            case Fault.Malformed(Fault.Shape shape) ->
                body.put("kind", "malformed").put("shape", word(shape));
            case Fault.AnswerWith(int status, String contentType, String text) ->
                body.put("kind", "answer-with")
                        .put("status", status)
                        .put("contentType", contentType)
                        .put("body", text);
        };
    }

    private static Fault fault(JsonNode fault) {
        String kind = text(fault, "kind");
        return switch (kind) {
            case "apply-then-drop" -> new Fault.ApplyThenDrop();
            case "drop-before-applying" -> new Fault.DropBeforeApplying();
            case "server-error-after-applying" -> new Fault.ServerErrorAfterApplying();
            case "too-many-requests" ->
                new Fault.TooManyRequests(
                        Duration.ofSeconds(number(fault, "retryAfterSeconds")),
                        fault.has("form")
                                ? constant(Fault.RetryAfter.class, text(fault, "form"))
                                : Fault.RetryAfter.SECONDS);
            case "slow" -> new Fault.Slow(Duration.ofMillis(number(fault, "millis")));
            case "malformed" -> new Fault.Malformed(constant(Fault.Shape.class, text(fault, "shape")));
            case "answer-with" ->
                new Fault.AnswerWith(
                        (int) number(fault, "status"),
                        fault.path("contentType").asText(Reply.JSON),
                        text(fault, "body"));
            default -> throw new IllegalArgumentException("there is no fault of kind " + kind);
        };
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be given as text");
        }
        return value.textValue();
    }

    private static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToInt()) {
            throw new IllegalArgumentException(field + " must be given as a whole number");
        }
        return value.longValue();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        word(constant).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + type.getSimpleName() + " " + word));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
