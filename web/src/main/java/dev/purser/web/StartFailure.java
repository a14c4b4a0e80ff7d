package dev.purser.web;

import dev.purser.persistence.DatabaseOutage;
import java.net.BindException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Why the portal could not be started, for the operator.
 *
 * @param sentence one line, with what to do
 * @param details empty where the sentence says all
 */
record StartFailure(String sentence, Optional<Throwable> details) {

    private static final String NOT_STARTED = "Purser was not started: ";

    static StartFailure of(Throwable error) {
        var causes =
                Stream.iterate(error, Objects::nonNull, Throwable::getCause).toList();
        return portTaken(causes)
                .or(() -> databaseRefuses(causes))
                .or(() -> newerDatabase(causes))
                .map(sentence -> new StartFailure(NOT_STARTED + sentence, Optional.empty()))
                .orElseGet(() -> new StartFailure(NOT_STARTED + firstLine(causes.getLast()), Optional.of(error)));
    }

    private static Optional<String> portTaken(List<Throwable> causes) {
        return causes.stream()
                .filter(BindException.class::isInstance)
                .findFirst()
                .map(taken -> "another program listens on its port already (" + firstLine(taken)
                        + "). Stop that one, or set QUARKUS_HTTP_PORT, or QUARKUS_MANAGEMENT_PORT for what operators ask, to"
                        + " another port.");
    }

    private static Optional<String> databaseRefuses(List<Throwable> causes) {
        var unreachable = DatabaseOutage.behind(causes.getFirst())
                .map(said -> "its database cannot be reached ("
                        + said.lines().findFirst().orElse("")
                        + "). Check QUARKUS_DATASOURCE_JDBC_URL, and that PostgreSQL runs there.");
        return unreachable.or(
                () -> causes.stream()
                        .filter(SQLException.class::isInstance)
                        .map(SQLException.class::cast)
                        .filter(broken -> Objects.requireNonNullElse(broken.getSQLState(), "")
                                .matches("28.*|3D000|42501"))
                        .findFirst()
                        .map(
                                broken -> "its database lets nobody in (" + firstLine(broken)
                                        + "). Check QUARKUS_DATASOURCE_USERNAME and _PASSWORD, and QUARKUS_FLYWAY_USERNAME and _PASSWORD."));
    }

    private static Optional<String> newerDatabase(List<Throwable> causes) {
        return causes.stream()
                .filter(FlywayValidateException.class::isInstance)
                .findFirst()
                .map(broken -> "its database was made by another version of Purser (" + firstLine(broken)
                        + "). Start the version that made it, or a newer one.");
    }

    private static String firstLine(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
