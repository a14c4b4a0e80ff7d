package dev.purser.db;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.FileUtils;

/**
 * PostgreSQL's own programs, unpacked into the home folder and run from there. As root they run in a user namespace of
 * their own, for PostgreSQL refuses root.
 *
 * <p>Only the archive and its choice come from the library: its launcher sweeps a folder under {@code java.io.tmpdir}
 * that others can write to, opens the programs' folder to everybody, and cannot tell a server that failed to start from
 * a slow one.
 */
final class PostgresPrograms {
    private static final Duration LONGEST_RUN = Duration.ofSeconds(90);

    private final Path folder;
    private final Path root;
    private final Path output;

    private PostgresPrograms(Path folder, Path root, Path output) {
        this.folder = folder;
        this.root = root;
        this.output = output;
    }

    /** Unpacks them, unless this very archive was unpacked before. */
    static PostgresPrograms in(HomeFolder home) throws IOException {
        byte[] archive = archive();
        Path folder = home.folder("programs");
        Path root = folder.resolve("postgresql-" + digest(archive));
        if (!Files.isDirectory(root)) {
            Path draft = folder.resolve("unpacking");
            FileUtils.deleteDirectory(draft.toFile());
            unpack(archive, draft);
            Files.move(draft, root, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(folder, root, home.path().resolve("postgresql.out"));
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        if (!system.equals("linux")) {
            throw new DatabaseUnavailable("Purser brings PostgreSQL along for Linux alone, and this is " + system
                    + ". Name a PostgreSQL of yours in QUARKUS_DATASOURCE_JDBC_URL.");
        }
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "Purser brings along no PostgreSQL for a " + machine
                            + " processor. Name a PostgreSQL of yours in QUARKUS_DATASOURCE_JDBC_URL.",
                    e);
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        Files.createDirectory(target);
        // Decoding keeps one processor busy for as long as making the thousand files does another.
        List<Future<Path>> written = new ArrayList<>();
        try (ExecutorService writer = Executors.newSingleThreadExecutor();
                TarArchiveInputStream entries =
                        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                TarArchiveEntry found = entry;
                byte[] content = entries.readAllBytes();
                written.add(writer.submit(() -> write(target, found, content)));
            }
        }
        for (Future<Path> file : written) {
            if (file.state() != Future.State.SUCCESS) {
                throw new IOException("PostgreSQL's programs cannot be unpacked into " + target, file.exceptionNow());
            }
        }
    }

    private static Path write(Path target, TarArchiveEntry entry, byte[] content) throws IOException {
        Path place = target.resolve(entry.getName()).normalize();
        if (!place.startsWith(target)) {
            throw new IOException("the archive of PostgreSQL leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            return Files.createDirectories(place);
        }
        Files.createDirectories(place.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            return Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        }
        if (!entry.isFile()) {
            throw new IOException("the archive of PostgreSQL holds something unknown: " + entry.getName());
        }
        Files.write(place, content);
        return Files.setPosixFilePermissions(
                place, PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-------" : "rwx------"));
    }

    /** Deletes what other releases of Purser unpacked. Not while a server of theirs may run. */
    void deleteOthers() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path other : all.filter(it -> !it.equals(root)).toList()) {
                FileUtils.deleteDirectory(other.toFile());
            }
        }
    }

    /** Whether any process runs one of the programs in this home folder. */
    boolean areRunning() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().command())
                .flatMap(Optional::stream)
                .anyMatch(command -> Path.of(command).startsWith(folder));
    }

    /**
     * Whether this process can be a PostgreSQL of this user, these programs' or another's; true in doubt. A process that
     * has ended but was not yet buried by its parent cannot.
     */
    static boolean mayBeServer(ProcessHandle process) {
        Optional<String> user = ProcessHandle.current().info().user();
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.command().map(it -> Path.of(it).endsWith("postgres")).orElse(true)
                && (info.user().isEmpty() || user.isEmpty() || info.user().equals(user))
                && !isZombie(process);
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The name before it stands in brackets and may hold anything, brackets too (proc_pid_stat(5)).
            return status.startsWith(" Z", status.lastIndexOf(')') + 1);
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The state of process " + process.pid() + " cannot be read", e);
        }
    }

    /**
     * Runs one of them to its end.
     *
     * @throws DatabaseUnavailable with what it said, when it fails or does not end within 90 s
     */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(root.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(program, "did not end within " + LONGEST_RUN.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while PostgreSQL's " + program + " was running", e);
        }
        if (process.exitValue() != 0) {
            throw failed(program, "failed");
        }
    }

    private DatabaseUnavailable failed(String program, String how) throws IOException {
        String hint = "root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()
                ? " PostgreSQL does not run as root, and this machine forbids user namespaces (unshare --user):"
                        + " start Purser as another user, or name a PostgreSQL of yours in QUARKUS_DATASOURCE_JDBC_URL."
                : "";
        return new DatabaseUnavailable("PostgreSQL's " + program + " " + how + "." + hint + " It said: "
                + Files.readString(output).strip());
    }
}
