package dev.purser.chaos.stage;

import dev.purser.db.OwnDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of a campaign. It syncs what is committed, so that a kill can lose nothing that was said to be kept. */
public final class PostgresProcess implements AutoCloseable {

    private final Path home;
    private final int port;
    private OwnDatabase database;

    private PostgresProcess(Path home, OwnDatabase database) {
        this.home = home;
        this.database = database;
        this.port = Integer.parseInt(database.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    static PostgresProcess start(Path home) {
        var started = new PostgresProcess(home, OwnDatabase.open(home));
        // It outlives whoever opened it; a run that is broken off must not leave it behind.
        Runtime.getRuntime().addShutdownHook(new Thread(started::killIfRunning));
        return started;
    }

    private void killIfRunning() {
        if (Files.exists(pidFile())) {
            kill();
        }
    }

    private Path pidFile() {
        return home.resolve("postgresql-18/postmaster.pid");
    }

    /** Kills the server and all its processes at once, as if the machine had failed. */
    public void kill() {
        try {
            var pid = Files.readAllLines(pidFile()).getFirst();
            var server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException("The database's process is not known", e);
        }
    }

    /** Starts it again on the same data and the same port. */
    public void restart() {
        database.close();
        database = OwnDatabase.open(home, port);
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    String ownerName() {
        return database.ownerName();
    }

    String ownerPassword() {
        return database.ownerPassword();
    }

    String applicationName() {
        return database.applicationName();
    }

    String applicationPassword() {
        return database.applicationPassword();
    }

    /** As the owner, who may read everything. */
    public Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(ownerName());
        source.setPassword(ownerPassword());
        return source.getConnection();
    }

    @Override
    public void close() {
        database.close();
    }
}
