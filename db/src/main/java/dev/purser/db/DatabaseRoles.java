package dev.purser.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The database, its owner and the role of the application, as every start finds or makes them. */
final class DatabaseRoles {
    static final String DATABASE = "purser";
    static final String OWNER = "purser_owner";
    static final String APPLICATION = "purser_app";

    private DatabaseRoles() {}

    /** Makes what is missing and sets right what differs; a second time it changes nothing. */
    static void settle(PostgresServer server, String ownerPassword, String applicationPassword) throws SQLException {
        try (Connection connection = server.asSuperuser("postgres")) {
            settleRole(connection, OWNER, ownerPassword);
            settleRole(connection, APPLICATION, applicationPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            execute(connection, "ALTER DATABASE " + DATABASE + " OWNER TO " + OWNER);
            execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC, " + APPLICATION);
            execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APPLICATION);
        }
        try (Connection connection = server.asSuperuser(DATABASE)) {
            execute(connection, "ALTER SCHEMA public OWNER TO " + OWNER);
            execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC, " + APPLICATION);
            execute(connection, "GRANT USAGE ON SCHEMA public TO " + APPLICATION);
        }
    }

    private static void settleRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "CREATE ROLE " + role);
        }
        execute(
                connection,
                "ALTER ROLE " + role + " LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
        // The driver sends the verifier, so that the password itself gets into no log.
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
