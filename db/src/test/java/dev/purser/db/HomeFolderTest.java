package dev.purser.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (HomeFolder home = HomeFolder.take(temporary.resolve("a/home"))) {
            assertThat(permissions(home.path())).isEqualTo("rwx------");
            assertThat(permissions(home.path().resolve("purser.lock"))).isEqualTo("rw-------");
            assertThat(permissions(home.secretFile("session"))).isEqualTo("rw-------");
            assertThat(permissions(home.path().resolve("secrets"))).isEqualTo("rwx------");
        }
    }

    @Test
    void keepsTheRightsOfAFolderThatWasThere() throws IOException {
        Path folder = Files.createDirectory(
                temporary.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        HomeFolder.take(folder).close();
        assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    }

    @Test
    void refusesASecondPurserInTheSameProcessEveryTime() {
        try (HomeFolder home = HomeFolder.take(temporary)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(FolderInUse.class)
                        .isThrownBy(() -> HomeFolder.take(temporary))
                        .satisfies(refusal -> {
                            assertThat(refusal.folder()).isEqualTo(home.path());
                            assertThat(refusal.pid())
                                    .hasValue(ProcessHandle.current().pid());
                        });
            }
        }
    }

    @Test
    void staysHeldAgainstOtherProcessesAfterARefusalInThisOne() throws Exception {
        try (HomeFolder _ = HomeFolder.take(temporary)) {
            assertThatExceptionOfType(FolderInUse.class).isThrownBy(() -> HomeFolder.take(temporary));
            System.gc();
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> OtherPurser.on(temporary).close())
                    .withMessageContaining("FolderInUse")
                    .withMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeOnceItIsClosed() {
        HomeFolder.take(temporary).close();
        HomeFolder.take(temporary).close();
    }

    @Test
    void keepsASecretForEverAndHasAnotherOneForEachName() {
        String session;
        try (HomeFolder home = HomeFolder.take(temporary)) {
            session = home.secret("session");
            assertThat(session).matches("[A-Za-z0-9_-]{43}");
            assertThat(home.secret("form")).isNotEqualTo(session);
        }
        try (HomeFolder home = HomeFolder.take(temporary)) {
            assertThat(home.secret("session")).isEqualTo(session);
        }
    }

    @Test
    void refusesANameOfASecretThatLeadsElsewhere() {
        try (HomeFolder home = HomeFolder.take(temporary)) {
            assertThatIllegalArgumentException().isThrownBy(() -> home.secret("../purser.lock"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
