package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void saysThatThePortIsTaken() {
        assertSaysAll(
                new BindException("Port already bound: 8080"), "another program listens on its port already", "8080");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() {
        assertSaysAll(
                new SQLException("Connection to db:5432 refused.\nMore words", "08001"),
                "its database cannot be reached (Connection to db:5432 refused.)",
                "QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void saysThatTheDatabaseLetsNobodyIn() {
        for (var state : new String[] {"28P01", "28000", "3D000", "42501"}) {
            assertSaysAll(
                    new SQLException("password authentication failed for user \"purser\"", state),
                    "its database lets nobody in",
                    "password authentication failed",
                    "QUARKUS_DATASOURCE_USERNAME");
        }
    }

    @Test
    void keepsTheDetailsOfWhatItDoesNotKnow() {
        var failure = StartFailure.of(new IllegalStateException("outer", new IllegalStateException("inner")));

        assertThat(failure.sentence()).isEqualTo("Purser was not started: inner");
        assertThat(failure.details()).isPresent();
    }

    private static void assertSaysAll(Throwable cause, String... words) {
        var failure = StartFailure.of(new IllegalStateException("Failed to start", cause));

        assertThat(failure.sentence())
                .startsWith("Purser was not started: ")
                .contains(words)
                .hasLineCount(1);
        assertThat(failure.details()).isEmpty();
    }
}
