package dev.purser.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the open database lets whom do. */
class OwnDatabaseTest {
    private static final String NO_RIGHT = "42501";

    private static OwnDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = OwnDatabase.throwAway();
        Sql.asOwner(database).run("CREATE TABLE ledger (line text)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void isThePostgresqlItsPathSays() throws SQLException {
        assertThat(Sql.asApplication(database).ask("SHOW server_version"))
                .startsWith(PostgresServer.MAJOR_VERSION + ".");
        assertThat(database.home().path().resolve("postgresql-18")).isDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "listen_addresses, 127.0.0.1",
        "password_encryption, scram-sha-256",
        "fsync, off",
        "data_checksums, on",
        "server_encoding, UTF8"
    })
    void runsWith(String setting, String value) throws SQLException {
        assertThat(Sql.asOwner(database).ask("SELECT current_setting('" + setting + "')"))
                .isEqualTo(value);
    }

    @Test
    void hasNoUnixSocket() throws SQLException {
        Sql superuser = new Sql(database.jdbcUrl(), "postgres", database.home().secret("database-superuser"));
        assertThat(superuser.ask("SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void isReachedFromThisMachineOnly() throws IOException {
        int port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
        assertThat(reaches(InetAddress.ofLiteral("127.0.0.1"), port)).isTrue();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(reaches(other, port)).as("%s", other).isFalse();
        }
        assertThat(reaches(InetAddress.ofLiteral("127.0.0.2"), port)).isFalse();
    }

    private static boolean reaches(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
            return true;
        } catch (ConnectException _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "purser_owner", "purser_app"})
    void refusesAWrongPassword(String role) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> new Sql(database.jdbcUrl(), role, "wrong").ask("SELECT 1"))
                .returns("28P01", SQLException::getSQLState);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (line text)",
                "CREATE TEMPORARY TABLE mine (line text)",
                "CREATE SCHEMA mine",
                "DROP TABLE ledger",
                "ALTER TABLE ledger ADD COLUMN more text",
                "INSERT INTO ledger VALUES ('x')",
                "TRUNCATE ledger",
                "CREATE ROLE other",
                "CREATE DATABASE other",
                "ALTER SYSTEM SET fsync = off",
                "SET ROLE purser_owner"
            })
    void refusesTheApplicationWhatNobodyGranted(String command) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.asApplication(database).run(command))
                .returns(NO_RIGHT, SQLException::getSQLState);
    }

    @Test
    void letsTheApplicationDoWhatTheOwnerGrants() throws SQLException {
        Sql owner = Sql.asOwner(database);
        owner.run("CREATE TABLE note (line text)");
        owner.run("GRANT SELECT, INSERT ON note TO " + database.applicationName());
        Sql application = Sql.asApplication(database);
        application.run("INSERT INTO note VALUES ('seen')");
        assertThat(application.ask("SELECT line FROM note")).isEqualTo("seen");
    }

    @Test
    void givesTheOwnerTheDatabaseAndItsSchemaAndNoMore() throws SQLException {
        Sql owner = Sql.asOwner(database);
        assertThat(owner.ask("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("purser_owner");
        assertThat(owner.ask("SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'public'"))
                .isEqualTo("purser_owner");
        assertThat(owner.ask("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'purser%'"
                        + " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)"))
                .isEqualTo("0");
    }

    @Test
    void leavesNoTraceWhenItIsThrownAway() {
        OwnDatabase other = OwnDatabase.throwAway();
        Path folder = other.home().path();
        assertThat(OtherPurser.commandsIn(folder)).isNotEmpty();
        other.close();
        assertThat(OtherPurser.commandsIn(folder)).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void writesNothingThatPeopleTypeIntoItsLog() throws Exception {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.asApplication(database).run("SELECT 'confidential' FROM nowhere"));
        Path log = database.home().path().resolve("postgresql-18/log");
        try (Stream<Path> files = Files.list(log)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("confidential"));
        }
    }
}
