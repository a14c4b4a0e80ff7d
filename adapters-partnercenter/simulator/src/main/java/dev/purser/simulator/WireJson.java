package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;

/** JSON with exact decimals, in both directions: 7500.000000 stays 7500.000000. */
final class WireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private WireJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An object whose {@code attributes.objectType} names its type. */
    static ObjectNode attributesOf(String objectType) {
        return object().put("objectType", objectType);
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws JsonProcessingException when the text is not one JSON value */
    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The same JSON with every property spelt in Pascal case. */
    static String pascal(String json) {
        try {
            return text(pascal(read(json)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode pascal(JsonNode node) {
        if (node.isObject()) {
            ObjectNode spelt = object();
            node.properties()
                    .forEach(property -> spelt.set(
                            property.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                                    + property.getKey().substring(1),
                            pascal(property.getValue())));
            return spelt;
        }
        if (node.isArray()) {
            ArrayNode items = MAPPER.createArrayNode();
            node.forEach(item -> items.add(pascal(item)));
            return items;
        }
        return node;
    }
}
