package dev.purser.partnercenter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files under {@code wire}. */
final class Samples {

    private Samples() {}

    static byte[] bytes(String name) {
        try (var stream = Samples.class.getResourceAsStream("/wire/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
