package dev.purser.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says about itself in the {@code postmaster.pid} of its data folder. Its lines are: process,
 * data folder, start in seconds since 1970, port, socket folder, address, shared memory, state; a server that has just
 * begun has written only the first of them (PostgreSQL, src/include/utils/pidfile.h).
 *
 * @param port 0 while it is not yet known
 * @param ready whether the server takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {
    PostmasterFile {
        if (pid <= 0 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("process " + pid + " on port " + port);
        }
    }

    static Path of(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty when no server runs, and when the file is not, or not yet, what a server writes. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(of(data));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[1-9]\\d{0,9}")) {
            return Optional.empty();
        }
        String port = line(lines, 3);
        return Optional.of(new PostmasterFile(
                Long.parseLong(lines.getFirst().strip()),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                line(lines, 7).equals("ready")));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }
}
