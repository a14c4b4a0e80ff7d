package dev.purser.persistence;

import dev.purser.db.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL that keeps what is committed, behind a wire that can be cut, and that can be killed. */
public class WiredDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable OwnDatabase database;
    private @Nullable CutWire wire;

    @Override
    public Map<String, String> start() {
        try {
            var opened = OwnDatabase.open(Files.createTempDirectory("purser-"));
            var between = new CutWire(port(opened));
            database = opened;
            wire = between;
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                            opened.jdbcUrl().replace(":" + port(opened) + "/", ":" + between.port() + "/"),
                    "quarkus.datasource.username", opened.applicationName(),
                    "quarkus.datasource.password", opened.applicationPassword(),
                    "quarkus.flyway.jdbc-url", opened.jdbcUrl(),
                    "quarkus.flyway.username", opened.ownerName(),
                    "quarkus.flyway.password", opened.ownerPassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector test) {
        test.injectIntoFields(this, new TestInjector.MatchesType(WiredDatabase.class));
    }

    CutWire wire() {
        return open(wire);
    }

    /** Ends one of the application's connections, whatever it is at. */
    void endAConnection() {
        var opened = open(database);
        try (var connection =
                DriverManager.getConnection(opened.jdbcUrl(), opened.applicationName(), opened.applicationPassword())) {
            Installation.execute(connection, """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where usename = current_user and pid <> pg_backend_pid() order by query_start desc limit 1""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the server as a failure of the machine would; what it had in hand is lost. */
    void kill() {
        try {
            var home = open(database).home().path();
            var file = Files.readAllLines(home.resolve("postgresql-18/postmaster.pid"));
            var server =
                    ProcessHandle.of(Long.parseLong(file.getFirst().strip())).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(60, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The server cannot be killed", e);
        }
    }

    /** Starts it anew, on another port, to which the wire leads then. */
    void restart() {
        var home = open(database).home().path();
        open(database).close();
        var opened = OwnDatabase.open(home);
        database = opened;
        wire().leadTo(port(opened));
    }

    @Override
    public void stop() {
        if (wire != null) {
            wire.close();
        }
        if (database != null) {
            var home = database.home().path();
            database.close();
            delete(home);
        }
    }

    private static int port(OwnDatabase database) {
        return URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private static void delete(Path home) {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T open(@Nullable T opened) {
        if (opened == null) {
            throw new IllegalStateException("It has not been started");
        }
        return opened;
    }
}
