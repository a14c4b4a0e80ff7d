package dev.purser.bench;

import dev.purser.db.OwnDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;

/** The database that Purser brings along, as safe against a loss of power as in earnest, in a folder that is deleted in the end. */
final class TemporaryDatabase implements AutoCloseable {

    private final Path folder;
    private final OwnDatabase database;

    private TemporaryDatabase(Path folder, OwnDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    static TemporaryDatabase open() throws IOException {
        var folder = Files.createTempDirectory("purser-bench-");
        return new TemporaryDatabase(folder, OwnDatabase.open(folder));
    }

    /** The one that is deleted in the end. */
    Path folder() {
        return folder;
    }

    OwnDatabase database() {
        return database;
    }

    /** How Quarkus gets to it. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.applicationName(),
                "quarkus.datasource.password", database.applicationPassword(),
                "quarkus.flyway.jdbc-url", database.jdbcUrl(),
                "quarkus.flyway.username", database.ownerName(),
                "quarkus.flyway.password", database.ownerPassword());
    }

    /** As its owner. */
    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One value, as its owner sees it. */
    String ask(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.ownerName(), database.ownerPassword());
    }

    @Override
    public void close() {
        database.close();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted", e);
        }
    }
}
