package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code filter} of a query asks for: one field, one value, one operator, in JSON whose names are read in any
 * case. The operator is documented as {@code starts_with}; Microsoft's SDK for Java sends {@code StartsWith}.
 */
record Filter(String field, String value, String operator) {

    /** Empty when it is not such JSON. */
    static Optional<Filter> of(String json) {
        try {
            JsonNode node = WireJson.read(json);
            Optional<String> field = text(node, "field");
            Optional<String> value = text(node, "value");
            Optional<String> operator = text(node, "operator");
            return field.isPresent() && value.isPresent() && operator.isPresent()
                    ? Optional.of(new Filter(
                            lower(field.get()),
                            value.get(),
                            lower(operator.get()).replace("_", "")))
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.properties().stream()
                .filter(property -> lower(property.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    boolean startsWith(String text) {
        return lower(text).startsWith(lower(value));
    }

    boolean isWithin(String text) {
        return lower(text).contains(lower(value));
    }

    boolean equalTo(String text) {
        return text.equalsIgnoreCase(value);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
