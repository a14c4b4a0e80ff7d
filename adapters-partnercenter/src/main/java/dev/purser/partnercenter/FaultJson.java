package dev.purser.partnercenter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in any of the shapes that were met.
 *
 * @param code Partner Center's fault code, a text that holds a number
 * @param description in the same shape
 * @param message the gateway's and the model binder's shape, which has no code
 * @param error the token endpoint's shape
 * @param error_description in the same shape
 * @param correlation_id in the same shape: under what Microsoft knows the request for a token
 */
record FaultJson(
        @Nullable String code,
        @Nullable String description,
        @Nullable String message,
        @Nullable String error,
        @Nullable String error_description,
        @Nullable String correlation_id) {

    private static final Pattern IDS = Pattern.compile("\\s*(Trace ID|Correlation ID|Timestamp):.*$");

    Optional<String> anyCode() {
        return Texts.in(code).or(() -> Texts.in(error));
    }

    Optional<String> anyWords() {
        return Texts.in(description).or(() -> firstLine(error_description)).or(() -> Texts.in(message));
    }

    /** The token endpoint's description goes on with ids and a time, in lines of their own or, of late, in the same one. */
    static Optional<String> firstLine(@Nullable String told) {
        return Texts.in(told)
                .flatMap(text -> text.lines().findFirst())
                .map(line -> IDS.matcher(line).replaceFirst(""))
                .flatMap(Texts::in);
    }
}
