package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * The lines of a {@link Memory}.
 *
 * <ul>
 *   <li>{@code {"customer":"…","budget":"9200.00","origin":"API"}}: the amount is text, so that no reader rounds it, and
 *       null when the budget was removed; origins are the names of {@link Origin}
 *   <li>{@code {"customer":"…","relationship":"ended"}} or {@code "resumed"}
 * </ul>
 */
final class RememberedJson {

    private RememberedJson() {}

    static ObjectNode write(Remembered change) {
        ObjectNode body = WireJson.object().put("customer", change.customer().toString());
        return switch (change) {
            case Remembered.Budget(UUID _, Optional<BigDecimal> amount, Origin origin) ->
                body.put("budget", amount.map(BigDecimal::toPlainString).orElse(null))
                        .put("origin", origin.name());
            case Remembered.RelationshipEnded _ -> body.put("relationship", "ended");
            case Remembered.RelationshipResumed _ -> body.put("relationship", "resumed");
        };
    }

    /** @throws IllegalArgumentException when the line cannot be understood; the message says why */
    static Remembered read(String line) {
        JsonNode body = json(line);
        UUID customer = ApiCall.uuid(text(body, "customer"))
                .orElseThrow(() -> new IllegalArgumentException("customer is not an id"));
        if (body.has("budget")) {
            return new Remembered.Budget(customer, amount(body), Origin.valueOf(text(body, "origin")));
        }
        String relationship = text(body, "relationship");
        return switch (relationship) {
            case "ended" -> new Remembered.RelationshipEnded(customer);
            case "resumed" -> new Remembered.RelationshipResumed(customer);
            default -> throw new IllegalArgumentException("relationship is neither ended nor resumed: " + relationship);
        };
    }

    private static JsonNode json(String line) {
        try {
            return WireJson.read(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Optional<BigDecimal> amount(JsonNode body) {
        if (body.path("budget").isNull()) {
            return Optional.empty();
        }
        String amount = text(body, "budget");
        try {
            return Optional.of(new BigDecimal(amount));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("budget is not an amount: " + amount, e);
        }
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be given as text");
        }
        return value.textValue();
    }
}
