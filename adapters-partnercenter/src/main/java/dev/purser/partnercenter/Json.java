package dev.purser.partnercenter;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;

/**
 * Reads what Microsoft writes: numbers exactly; members in any case; unknown members ignored; an empty text where an
 * object or a list belongs is none; a number written as text is not a number; a member written twice has no value that
 * could be relied upon.
 */
final class Json {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Else a Turkish machine would not know that ID means id.
            .defaultLocale(Locale.ROOT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            // A parse error must not quote its source: that may be an answer with a token in it.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .withCoercionConfig(
                    LogicalType.POJO,
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .withCoercionConfig(
                    LogicalType.Collection,
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .withCoercionConfig(
                    LogicalType.Float,
                    config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private Json() {}

    /** @throws UnreadableAnswer unless the whole text is one JSON object of that outline */
    static <T> T read(Buffer text, Class<T> outline) throws UnreadableAnswer {
        try {
            return convert(MAPPER.readTree(withoutByteOrderMark(text).getBytes()), outline);
        } catch (JacksonException broken) {
            throw new UnreadableAnswer("not JSON" + place(broken));
        } catch (NumberFormatException absurd) {
            // Jackson lets this one through for an exponent that fits no int.
            throw new UnreadableAnswer("a number that no machine can hold");
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory could not be read", impossible);
        }
    }

    /** @throws UnreadableAnswer unless it is an object of that outline */
    static <T> T convert(JsonNode node, Class<T> outline) throws UnreadableAnswer {
        if (!node.isObject()) {
            throw new UnreadableAnswer(
                    node.isMissingNode()
                            ? "empty"
                            : "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT)
                                    + " in the place of an object");
        }
        requireDistinctMembers(node);
        try {
            return MAPPER.treeToValue(node, outline);
        } catch (JacksonException other) {
            throw new UnreadableAnswer("a member of the wrong type" + member(other));
        }
    }

    /** {@code amount} and {@code Amount} are one member. The items of lists are looked at when they are read themselves. */
    private static void requireDistinctMembers(JsonNode node) throws UnreadableAnswer {
        var names = new HashSet<String>();
        for (var member : node.properties()) {
            if (!names.add(member.getKey().toLowerCase(Locale.ROOT))) {
                throw new UnreadableAnswer("a member written twice");
            }
            if (member.getValue().isObject()) {
                requireDistinctMembers(member.getValue());
            }
        }
    }

    /** Some of Microsoft's services begin their answers with it, and stop doing so without notice. */
    static Buffer withoutByteOrderMark(Buffer text) {
        var length = BYTE_ORDER_MARK.length;
        var marked = text.length() >= length && text.slice(0, length).equals(Buffer.buffer(BYTE_ORDER_MARK));
        return marked ? text.slice(length, text.length()) : text;
    }

    private static String place(JacksonException broken) {
        JsonLocation location = broken.getLocation();
        return location == null ? "" : " from byte " + location.getByteOffset() + " on";
    }

    private static String member(JacksonException other) {
        return other instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? ": " + mapping.getPath().getLast().getFieldName()
                : "";
    }
}
