package dev.purser.db;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The database that another Purser runs on a home folder, for a command beside it. Nothing in the folder is changed, and
 * the database stops with that other Purser.
 */
public final class RunningDatabase {

    private final Path home;
    private final int port;

    private RunningDatabase(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /**
     * Finds it.
     *
     * @throws DatabaseUnavailable when none takes connections, such as while that Purser starts or stops
     */
    public static RunningDatabase on(Path home) {
        try {
            var path = home.toRealPath();
            var server = PostmasterFile.read(path.resolve("postgresql-" + PostgresServer.MAJOR_VERSION))
                    .filter(PostmasterFile::ready)
                    .orElseThrow(() -> new DatabaseUnavailable("The Purser on " + path
                            + " is starting or stopping, or uses a database elsewhere. Try again in a moment."));
            return new RunningDatabase(path, server.port());
        } catch (IOException e) {
            throw new DatabaseUnavailable("The folder " + home + " cannot be read", e);
        }
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + PostgresServer.ADDRESS + ":" + port + "/" + DatabaseRoles.DATABASE;
    }

    /** The role that the portal works as. */
    public String applicationName() {
        return DatabaseRoles.APPLICATION;
    }

    public String applicationPassword() {
        return secret(home, "database-application");
    }

    /**
     * A secret that another Purser keeps in its home folder.
     *
     * @throws DatabaseUnavailable when it keeps none of that name, or does not let us read it
     */
    public static String secret(Path home, String name) {
        try {
            return Files.readString(home.resolve("secrets").resolve(name), US_ASCII)
                    .strip();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The secret " + name + " in " + home
                            + " cannot be read. Run the command as the user who runs Purser.",
                    e);
        }
    }
}
