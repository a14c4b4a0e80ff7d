package dev.purser.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of the tests, each over a connection of its own. */
record Sql(String jdbcUrl, String user, String password) {
    static Sql asOwner(OwnDatabase database) {
        return new Sql(database.jdbcUrl(), database.ownerName(), database.ownerPassword());
    }

    static Sql asApplication(OwnDatabase database) {
        return new Sql(database.jdbcUrl(), database.applicationName(), database.applicationPassword());
    }

    /** The first column of the first row, as text. */
    String ask(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    void run(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
