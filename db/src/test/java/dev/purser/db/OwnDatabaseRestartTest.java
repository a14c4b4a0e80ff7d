package dev.purser.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the database is after an end, whichever way it ended. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnDatabaseRestartTest {
    @TempDir
    private Path home;

    @Test
    void keepsWhatWasCommittedAndItsPasswords() throws Exception {
        Sql before;
        try (OwnDatabase database = OwnDatabase.open(home)) {
            write(database, "first");
            before = Sql.asOwner(database);
        }
        try (OwnDatabase database = OwnDatabase.open(home)) {
            assertThat(Sql.asOwner(database).password()).isEqualTo(before.password());
            assertThat(read(database)).isEqualTo("first");
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(Sql.asOwner(database).ask("SHOW " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
        }
        assertThat(OtherPurser.commandsIn(home)).isEmpty();
    }

    @Test
    void refusesASecondPurserOnTheSameHome() throws Exception {
        try (OtherPurser other = OtherPurser.on(home)) {
            assertThatExceptionOfType(FolderInUse.class)
                    .isThrownBy(() -> OwnDatabase.open(home))
                    .satisfies(refusal -> {
                        assertThat(refusal.folder()).isEqualTo(home.toRealPath());
                        assertThat(refusal.pid()).hasValue(other.pid());
                    });
        }
        OwnDatabase.open(home).close();
    }

    @Test
    void takesOverTheServerOfAKilledPurserAndStopsItInTheEnd() throws Exception {
        long server;
        String jdbcUrl;
        try (OtherPurser other = OtherPurser.on(home)) {
            jdbcUrl = other.jdbcUrl();
            server = serverPid();
            Sql owner = new Sql(jdbcUrl, "purser_owner", Files.readString(home.resolve("secrets/database-owner")));
            owner.run("CREATE TABLE kept (line text)");
            owner.run("INSERT INTO kept VALUES ('before the kill')");
        }
        assertThat(ProcessHandle.of(server))
                .hasValueSatisfying(it -> assertThat(it.isAlive()).isTrue());
        try (OwnDatabase database = OwnDatabase.open(home)) {
            assertThat(serverPid()).isEqualTo(server);
            assertThat(database.jdbcUrl()).isEqualTo(jdbcUrl);
            assertThat(read(database)).isEqualTo("before the kill");
        }
        assertThat(OtherPurser.commandsIn(home)).isEmpty();
    }

    @Test
    void startsAgainWhenTheServerWasKilledToo() throws Exception {
        try (OwnDatabase database = OwnDatabase.open(home)) {
            write(database, "committed");
            killServer();
        }
        try (OwnDatabase database = OwnDatabase.open(home)) {
            assertThat(read(database)).isEqualTo("committed");
        }
    }

    @Test
    void comesBackWhereOthersWereToldThatItIs() throws Exception {
        String jdbcUrl;
        try (OwnDatabase database = OwnDatabase.open(home)) {
            jdbcUrl = database.jdbcUrl();
            write(database, "committed");
            killServer();
        }
        int port = Integer.parseInt(jdbcUrl.replaceFirst(".*:(\\d+)/.*", "$1"));
        try (OwnDatabase database = OwnDatabase.open(home, port)) {
            assertThat(database.jdbcUrl()).isEqualTo(jdbcUrl);
            assertThat(read(database)).isEqualTo("committed");
        }
    }

    @Test
    void startsAgainWhenTheKilledServersNumberIsAnotherProcessNow() throws Exception {
        try (OwnDatabase database = OwnDatabase.open(home)) {
            write(database, "committed");
            killServer();
        }
        Path file = PostmasterFile.of(data());
        String stale = Files.readString(file);
        Process bystander = new ProcessBuilder("cat").start();
        try {
            Files.writeString(file, bystander.pid() + stale.substring(stale.indexOf('\n')));
            try (OwnDatabase database = OwnDatabase.open(home)) {
                assertThat(read(database)).isEqualTo("committed");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void beginsAnewWhenTheVeryFirstStartWasCutShort() throws Exception {
        Files.createDirectories(data().resolve("base"));
        Files.writeString(data().resolve("postgresql.conf"), "half");
        Files.createFile(home.resolve("postgresql-18.unfinished"));
        try (OwnDatabase database = OwnDatabase.open(home)) {
            write(database, "first");
        }
        try (OwnDatabase database = OwnDatabase.open(home)) {
            assertThat(read(database)).isEqualTo("first");
        }
    }

    @Test
    void leavesDataAloneThatItDidNotMake() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("precious"), "yes");
        assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> OwnDatabase.open(home));
        assertThat(data().resolve("precious")).hasContent("yes");
        HomeFolder.take(home).close();
    }

    @Test
    void saysSoWhenThePasswordsDoNotBelongToTheData() throws Exception {
        OwnDatabase.open(home).close();
        Files.delete(home.resolve("secrets/database-superuser"));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> OwnDatabase.open(home))
                .withMessageContaining("passwords")
                .withMessageContaining("secrets");
        assertThat(OtherPurser.commandsIn(home)).isEmpty();
    }

    @Test
    void stopsNothingWhenItIsClosedAgain() throws Exception {
        OwnDatabase first = OwnDatabase.open(home);
        first.close();
        try (OwnDatabase second = OwnDatabase.open(home)) {
            first.close();
            write(second, "still open");
        }
    }

    private static void write(OwnDatabase database, String line) throws SQLException {
        Sql owner = Sql.asOwner(database);
        owner.run("CREATE TABLE kept (line text)");
        owner.run("INSERT INTO kept VALUES ('" + line + "')");
    }

    private static String read(OwnDatabase database) throws SQLException {
        return Sql.asOwner(database).ask("SELECT line FROM kept");
    }

    private long serverPid() throws IOException {
        return PostmasterFile.read(data()).orElseThrow().pid();
    }

    private void killServer() throws Exception {
        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(60, TimeUnit.SECONDS);
    }

    private Path data() {
        return home.resolve("postgresql-18");
    }
}
