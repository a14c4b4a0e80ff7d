package dev.purser.web.errors;

import dev.purser.persistence.DatabaseOutage;
import io.quarkus.oidc.OIDCException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that Purser needs and that does not answer: no fault of a page, and over once that answers again.
 *
 * @param said what broke, in its own words
 */
public record Outage(Of of, String said) {

    /** What does not answer. */
    public enum Of {
        DATABASE,
        SIGN_IN
    }

    /** The outage that stands behind a failure, if one does. */
    public static Optional<Outage> behind(Throwable failure) {
        return DatabaseOutage.behind(failure)
                .map(said -> new Outage(Of.DATABASE, said))
                .or(() -> Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(OIDCException.class::isInstance)
                        .findFirst()
                        .map(broken ->
                                new Outage(Of.SIGN_IN, Objects.requireNonNullElse(broken.getMessage(), "no answer"))));
    }
}
