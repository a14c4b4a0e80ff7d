package dev.purser.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.FileUtils;

/**
 * The PostgreSQL 18 that Purser brings along, running on this machine for this machine alone: it listens on 127.0.0.1,
 * on a port chosen at each start, and knows nobody without a password.
 *
 * <p>It outlives the process that opened it, unless that closes it; {@link #open} on the same home takes it over then.
 * There is no shutdown hook: close it after everything that uses it has stopped.
 */
public final class OwnDatabase implements AutoCloseable {
    private final HomeFolder home;
    private final PostgresServer server;
    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OwnDatabase(HomeFolder home, PostgresServer server, Runnable afterwards) {
        this.home = home;
        this.server = server;
        this.afterwards = afterwards;
    }

    /**
     * Opens the database in this home folder, which is made if there is none; then it takes some seconds, else less
     * than one. What is committed survives a loss of power.
     *
     * @throws FolderInUse when another Purser runs on this home
     * @throws DatabaseUnavailable when there is no usable server within 60 s; the home is free again then
     */
    public static OwnDatabase open(Path home) {
        return open(HomeFolder.take(home), Durability.KEEPS_WHAT_IS_COMMITTED, OptionalInt.empty(), () -> {});
    }

    /**
     * The same on this very port, for others that were told where the database is and are to find it again.
     *
     * @throws DatabaseUnavailable also when somebody else listens there
     */
    public static OwnDatabase open(Path home, int port) {
        return open(HomeFolder.take(home), Durability.KEEPS_WHAT_IS_COMMITTED, OptionalInt.of(port), () -> {});
    }

    /** An empty database for a test, in a folder of its own, fast and not durable; gone without a trace when closed. */
    public static OwnDatabase throwAway() {
        try {
            Path folder = Files.createTempDirectory("purser-");
            return open(
                    HomeFolder.take(folder), Durability.MAY_LOSE_EVERYTHING, OptionalInt.empty(), () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for a database to throw away", e);
        }
    }

    private static OwnDatabase open(HomeFolder home, Durability durability, OptionalInt port, Runnable afterwards) {
        try {
            OwnDatabase database = new OwnDatabase(home, PostgresServer.over(home, durability, port), afterwards);
            database.settleRoles();
            return database;
        } catch (IOException e) {
            home.close();
            afterwards.run();
            throw new UncheckedIOException("The database in " + home.path() + " cannot be opened", e);
        } catch (RuntimeException e) {
            home.close();
            afterwards.run();
            throw e;
        }
    }

    private void settleRoles() throws IOException {
        try {
            DatabaseRoles.settle(server, ownerPassword(), applicationPassword());
        } catch (SQLException e) {
            server.stop();
            throw new DatabaseUnavailable("The roles of the database in " + home.path() + " cannot be set up", e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted", e);
        }
    }

    /** The folder it lives in, held as long as the database is open. */
    public HomeFolder home() {
        return home;
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + PostgresServer.ADDRESS + ":" + server.port() + "/" + DatabaseRoles.DATABASE;
    }

    /** The role that owns the database and its schema, for the migrations alone. */
    public String ownerName() {
        return DatabaseRoles.OWNER;
    }

    public String ownerPassword() {
        return home.secret("database-owner");
    }

    /** The role that the portal works as: it may connect, and whatever the migrations grant it. */
    public String applicationName() {
        return DatabaseRoles.APPLICATION;
    }

    public String applicationPassword() {
        return home.secret("database-application");
    }

    /**
     * Stops the server, which ends all connections to it, and gives the home folder up. A second time nothing happens.
     *
     * @throws DatabaseUnavailable when the server still runs after 60 s; the folder is given up nevertheless
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("The database in " + home.path() + " could not be stopped", e);
        } finally {
            home.close();
            afterwards.run();
        }
    }
}
