package dev.purser.partnercenter;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids as Microsoft writes them, in upper or lower case. */
final class Guids {

    /** {@link UUID#fromString} alone would also take shortened ones. */
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private Guids() {}

    static Optional<UUID> in(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(id -> FORM.matcher(id).matches())
                .map(UUID::fromString);
    }
}
