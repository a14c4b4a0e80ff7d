package dev.purser.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a simulator leaves to the next one: a file that is only ever appended to, with one line of {@link RememberedJson}
 * per change. It survives the sudden end of the process, though not that of the machine. Whoever adds sees to it that
 * changes are added in the order in which they take effect.
 */
final class Memory implements AutoCloseable {

    private final Optional<FileChannel> file;
    private final List<Remembered> remembered;

    private Memory(Optional<FileChannel> file, List<Remembered> remembered) {
        this.file = file;
        this.remembered = remembered;
    }

    /** Remembers nothing. */
    static Memory none() {
        return new Memory(Optional.empty(), List.of());
    }

    /**
     * Reads what is remembered, and remembers more there from now on. The file is made when it is missing, its folder
     * is not.
     *
     * @throws IllegalStateException when a line cannot be understood; the file is left as it was
     * @throws UncheckedIOException when the file cannot be read or written
     */
    static Memory in(Path path) {
        try {
            byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            int end = endOfLastLine(bytes);
            List<Remembered> remembered = read(new String(bytes, 0, end, StandardCharsets.UTF_8), path);
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            // The rest is a line whose writer was killed before it could answer: the next one must not continue it.
            return new Memory(Optional.of(file.truncate(end)), remembered);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read and write the simulator's memory " + path, e);
        }
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<Remembered> read(String text, Path path) {
        List<Remembered> remembered = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                remembered.add(RememberedJson.read(line));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "line %d of the simulator's memory %s cannot be understood (%s); mend it, or delete the file to begin anew"
                                .formatted(remembered.size() + 1, path, e.getMessage()),
                        e);
            }
        }
        return List.copyOf(remembered);
    }

    /** What was remembered when this was opened, in the order in which it took effect. */
    List<Remembered> remembered() {
        return remembered;
    }

    /**
     * The operating system has the change when this returns.
     *
     * @throws UncheckedIOException when the change cannot be remembered; it must not take effect then
     */
    void add(Remembered change) {
        file.ifPresent(channel -> append(channel, WireJson.text(RememberedJson.write(change)) + "\n"));
    }

    private static void append(FileChannel channel, String line) {
        try {
            long end = channel.size();
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
            channel.write(bytes);
            if (bytes.hasRemaining()) {
                channel.truncate(end);
                throw new IOException("only a part of the line could be written");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the simulator's memory", e);
        }
    }

    @Override
    public void close() {
        file.ifPresent(Memory::close);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the simulator's memory", e);
        }
    }
}
