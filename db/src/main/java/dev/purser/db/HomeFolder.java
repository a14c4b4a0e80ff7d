package dev.purser.db;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one running Purser, held by an operating system's lock until it is closed or the process ends, however
 * it ends. When it is made here, and in any case all that is put into it, only its owner can read it.
 */
public final class HomeFolder implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9-]+");
    private static final int SECRET_BYTES = 32;

    /**
     * Closing any channel on a file gives up every lock this process has on it (POSIX). So a channel that came second
     * stays open, and reachable, as long as the process lives.
     */
    private static final Queue<FileChannel> NEVER_CLOSED = new ConcurrentLinkedQueue<>();

    private final Path path;
    private final FileChannel channel;

    private HomeFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if there is none, with {@code rwx------}, and holds it.
     *
     * @throws FolderInUse when another Purser, in this process or another, holds it
     */
    public static HomeFolder take(Path folder) {
        try {
            Files.createDirectories(folder, OWNER_ONLY_FOLDER);
            Path path = folder.toRealPath();
            return new HomeFolder(path, lock(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("purser.lock"), Set.of(CREATE, READ, WRITE), OWNER_ONLY_FILE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            NEVER_CLOSED.add(channel);
            throw new FolderInUse(path, OptionalLong.of(ProcessHandle.current().pid()));
        }
        if (lock == null) {
            OptionalLong holder = holder(channel);
            channel.close();
            throw new FolderInUse(path, holder);
        }
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
        return channel;
    }

    private static OptionalLong holder(FileChannel channel) throws IOException {
        ByteBuffer written = ByteBuffer.allocate(20);
        channel.read(written, 0);
        String pid = new String(written.array(), 0, written.position(), US_ASCII);
        return pid.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    }

    /** Where it is, without symbolic links. */
    public Path path() {
        return path;
    }

    /**
     * The secret of this name: 256 random bits in base64url without padding (43 characters), made when it is first
     * asked for and the same ever after. Kept in {@code secrets/<name>}, for its owner's eyes only.
     *
     * @param name small letters, digits and hyphens
     */
    public String secret(String name) {
        try {
            return Files.readString(secretFile(name), US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + name + " in " + path + " cannot be read", e);
        }
    }

    /** The file with the secret of this name, which is made if there is none. */
    synchronized Path secretFile(String name) throws IOException {
        if (!SECRET_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a secret: " + name);
        }
        Path folder = Files.createDirectories(path.resolve("secrets"), OWNER_ONLY_FOLDER);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return file;
    }

    /** All of it or nothing, also when the machine loses power: half a secret would lock the portal out for good. */
    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), OWNER_ONLY_FILE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        forceNames(draft.resolveSibling(""));
    }

    /** Makes it certain that the names in a folder outlive a loss of power. */
    static void forceNames(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }

    /** A folder in it, for its owner only; made if there is none. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name), OWNER_ONLY_FOLDER);
    }

    /** An empty file in it that says by its presence alone what its name says; lasts even when power is lost. */
    void mark(Path file) throws IOException {
        FileChannel.open(file, Set.of(CREATE, WRITE), OWNER_ONLY_FILE).close();
        forceNames(path);
    }

    void unmark(Path file) throws IOException {
        Files.deleteIfExists(file);
        forceNames(path);
    }

    /** Gives the folder up. Nothing may use it through this object any more. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " could not be given up", e);
        }
    }
}
