package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "57014", "53300"})
    void recognisesADatabaseThatDoesNotAnswer(String state) {
        var broken = new IllegalStateException("wrapped", new SQLException("went away", state));

        assertThat(DatabaseOutage.behind(broken)).contains("went away");
    }

    @Test
    void recognisesAPoolThatHasNoConnectionLeft() {
        assertThat(DatabaseOutage.behind(new SQLException("Acquisition timeout while waiting for new connection")))
                .isPresent();
        assertThat(DatabaseOutage.behind(new SQLTransientConnectionException())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22003", "40001"})
    void takesNoMistakeOfOursForAnOutage(String state) {
        assertThat(DatabaseOutage.behind(new SQLException("duplicate key", state)))
                .isEmpty();
    }

    @Test
    void takesNothingElseForAnOutage() {
        assertThat(DatabaseOutage.behind(new IllegalStateException("Acquisition timeout")))
                .isEmpty();
        assertThat(DatabaseOutage.behind(new SQLException("something"))).isEmpty();
    }
}
