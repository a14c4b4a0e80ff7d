package dev.purser.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads values of the control addresses' JSON; what is wrong is an {@link IllegalArgumentException} that says what. */
final class Words {

    private Words() {}

    /** {@code WRONG_TYPE} is written {@code wrong-type}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        word(constant).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + type.getSimpleName() + " " + word));
    }

    static <E extends Enum<E>> E constant(JsonNode node, String field, Class<E> type, E ifAbsent) {
        return node.hasNonNull(field) ? constant(type, text(node, field)) : ifAbsent;
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be given as text");
        }
        return value.textValue();
    }

    static Optional<String> optionalText(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
    }

    static int number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException(field + " must be given as a whole number");
        }
        return value.intValue();
    }

    static int number(JsonNode node, String field, int ifAbsent) {
        return node.has(field) ? number(node, field) : ifAbsent;
    }

    /** A number, or null for none. */
    static Optional<BigDecimal> amount(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(field + " must be a number or null");
        }
        return Optional.of(value.decimalValue());
    }

    static UUID id(JsonNode node, String field) {
        return ApiCall.uuid(text(node, field)).orElseThrow(() -> new IllegalArgumentException(field + " is not an id"));
    }
}
