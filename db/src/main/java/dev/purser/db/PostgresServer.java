package dev.purser.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.postgresql.ds.PGSimpleDataSource;

/** A running server over the data of one home: started here, or taken over from a process that was killed. */
final class PostgresServer {
    /** In the path of the data, so that a release with the next one never opens what this one wrote. */
    static final int MAJOR_VERSION = 18;

    static final String ADDRESS = "127.0.0.1";

    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_SECRET = "database-superuser";
    private static final String WRONG_PASSWORD = "28P01";
    private static final int STARTUP_SECONDS = 60;
    private static final int SHUTDOWN_SECONDS = 60;
    private static final Duration POLL = Duration.ofMillis(25);
    private static final int PORTS_TO_TRY = 3;

    /** The day's name in the file's name bounds the log to a week; what people type never gets into it. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", ADDRESS),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());

    private final HomeFolder home;
    private final PostgresPrograms programs;
    private final Path data;
    private final int port;

    private PostgresServer(HomeFolder home, PostgresPrograms programs, Path data, int port) {
        this.home = home;
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /**
     * Takes over the server that runs on this home, or starts one, on data that is made when there is none.
     *
     * @param port to start it on; empty for any that is free
     *
     * @throws DatabaseUnavailable when that fails or takes longer than 60 s
     */
    static PostgresServer over(HomeFolder home, Durability durability, OptionalInt port) throws IOException {
        PostgresPrograms programs = PostgresPrograms.in(home);
        Path data = home.path().resolve("postgresql-" + MAJOR_VERSION);
        Optional<PostgresServer> running = running(home, programs, data);
        if (running.isPresent()) {
            LOG.log(System.Logger.Level.INFO, "Took over the database server that still ran on {0}", data);
            return running.get();
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) {
            FileUtils.deleteDirectory(data.toFile());
        }
        if (!Files.exists(data)) {
            home.mark(unfinished);
            create(home, programs, data, durability);
            home.unmark(unfinished);
        }
        programs.deleteOthers();
        return start(home, programs, data, durability, port);
    }

    private static Optional<PostgresServer> running(HomeFolder home, PostgresPrograms programs, Path data)
            throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(STARTUP_SECONDS).toNanos();
        while (true) {
            Optional<PostmasterFile> written = PostmasterFile.read(data);
            Optional<ProcessHandle> named = written.flatMap(it -> ProcessHandle.of(it.pid()));
            Optional<ProcessHandle> process = named.filter(PostgresPrograms::mayBeServer);
            if (process.isPresent() && written.filter(PostmasterFile::ready).isPresent()) {
                PostgresServer server = new PostgresServer(
                        home, programs, data, written.orElseThrow().port());
                server.verify();
                return Optional.of(server);
            }
            // Else it is starting, stopping or still being made: the killed process's children live on, too.
            if (process.isEmpty() && !programs.areRunning()) {
                if (named.isPresent()) {
                    // The system gave the number out again. PostgreSQL would take that process for its server for ever.
                    Files.deleteIfExists(PostmasterFile.of(data));
                }
                return Optional.empty();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new DatabaseUnavailable("Another process of PostgreSQL"
                        + process.map(it -> " (" + it.pid() + ")").orElse("") + " is at work on " + data
                        + " and is not ready after " + STARTUP_SECONDS + " s. See " + data.resolve("log"));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static void create(HomeFolder home, PostgresPrograms programs, Path data, Durability durability)
            throws IOException {
        // PostgreSQL's own locale: the order of names and the indexes over them depend on no machine's libraries.
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + home.secretFile(SUPERUSER_SECRET),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions",
                        "--data-checksums",
                        durability.creation()));
    }

    private static PostgresServer start(
            HomeFolder home, PostgresPrograms programs, Path data, Durability durability, OptionalInt port)
            throws IOException {
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "# Written by Purser at every start.\nhost all all " + ADDRESS + "/32 scram-sha-256\n");
        PostgresServer server = startOnAFreePort(home, programs, data, durability, port);
        try {
            server.verify();
            return server;
        } catch (DatabaseUnavailable e) {
            server.stop();
            throw e;
        }
    }

    private static PostgresServer startOnAFreePort(
            HomeFolder home, PostgresPrograms programs, Path data, Durability durability, OptionalInt asked)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = asked.orElseGet(PostgresServer::freePort);
            try {
                programs.run(
                        "pg_ctl",
                        List.of(
                                "start",
                                "--pgdata=" + data,
                                "--wait",
                                "--timeout=" + STARTUP_SECONDS,
                                "--log=" + data.resolve("start.log"),
                                "--options=" + options(port, durability)));
                return new PostgresServer(home, programs, data, port);
            } catch (DatabaseUnavailable e) {
                if (isFree(port) || attempt == PORTS_TO_TRY) {
                    throw new DatabaseUnavailable(e.getMessage() + " Its log is in " + data.resolve("log"), e);
                }
            }
        }
    }

    private static String options(int port, Durability durability) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(durability.settings());
        settings.put("port", Integer.toString(port));
        return settings.entrySet().stream()
                .map(it -> "-c " + it.getKey() + "='" + it.getValue() + "'")
                .collect(Collectors.joining(" "));
    }

    /** From below the ranges that systems give to outgoing connections, where a free one may be gone a moment later. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .limit(1_000)
                .filter(PostgresServer::isFree)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable("No free port between 20000 and 32000 on " + ADDRESS));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** That it is the server of this data, which only it can show: both sides must know the password (RFC 5802). */
    private void verify() throws IOException {
        try (Connection connection = asSuperuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW data_directory")) {
            shown.next();
            Path served = Path.of(shown.getString(1));
            if (!Files.isSameFile(served, data)) {
                throw new DatabaseUnavailable(
                        "The server on port " + port + " serves " + served + ", not " + data + ", which names it.");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database server on port " + port + " cannot be used"
                            + (WRONG_PASSWORD.equals(e.getSQLState())
                                    ? ": the passwords in " + home.path().resolve("secrets")
                                            + " are not those of the data in " + data
                                            + ". Put back the two that belong together."
                                    : ". If none runs on " + data + ", delete " + PostmasterFile.of(data)
                                            + " and start again."),
                    e);
        }
    }

    Connection asSuperuser(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {ADDRESS});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(SUPERUSER);
        source.setPassword(home.secret(SUPERUSER_SECRET));
        source.setApplicationName("Purser set-up");
        source.setConnectTimeout(STARTUP_SECONDS);
        source.setSocketTimeout(STARTUP_SECONDS);
        return source.getConnection();
    }

    int port() {
        return port;
    }

    /**
     * Ends all its connections, writes everything down and stops it. One that is gone already is fine.
     *
     * @throws DatabaseUnavailable when it still runs after 60 s
     */
    void stop() throws IOException {
        boolean running = PostmasterFile.read(data)
                .flatMap(it -> ProcessHandle.of(it.pid()))
                .filter(PostgresPrograms::mayBeServer)
                .isPresent();
        if (running) {
            programs.run(
                    "pg_ctl",
                    List.of("stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + SHUTDOWN_SECONDS));
        }
        // The last processes end a moment after their server has said that it is done.
        long deadline = System.nanoTime() + Duration.ofSeconds(SHUTDOWN_SECONDS).toNanos();
        while (programs.areRunning()) {
            if (System.nanoTime() - deadline > 0) {
                throw new DatabaseUnavailable("The database server on " + data + " still runs, though it was stopped.");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
