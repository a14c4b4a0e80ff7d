package dev.purser.partnercenter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts of which an empty or blank one says as little as a missing one. */
final class Texts {

    private Texts() {}

    /** Without blanks around it. */
    static Optional<String> in(@Nullable String told) {
        return Optional.ofNullable(told).map(String::strip).filter(text -> !text.isEmpty());
    }
}
