package dev.purser.domain.history;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of an entry: RFC 8785 (JSON Canonicalization Scheme), restricted to one object of texts. There are no
 * numbers and no nulls, so that no reader can disagree about a digit. This form never changes.
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /** @throws IllegalArgumentException where a text is not Unicode (a lone surrogate), which JSON cannot carry faithfully */
    public static byte[] of(Map<String, String> facts) {
        var json = new StringBuilder("{");
        // RFC 8785, 3.2.3: members are sorted by UTF-16 code units, which is how Java compares strings.
        new TreeMap<>(facts).forEach((name, text) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            write(json, name);
            json.append(':');
            write(json, text);
        });
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            switch (sign) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (sign < 0x20) {
                        json.append("\\u%04x".formatted((int) sign));
                    } else if (Character.isHighSurrogate(sign)
                            && at + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(at + 1))) {
                        json.append(sign).append(text.charAt(++at));
                    } else if (Character.isSurrogate(sign)) {
                        throw new IllegalArgumentException("Not Unicode: a lone surrogate");
                    } else {
                        json.append(sign);
                    }
                }
            }
        }
        json.append('"');
    }
}
