package dev.purser.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A change in an address. What is not written the one right way is no change's address. */
final class ChangeAddress {

    /** {@link UUID#fromString} takes shorter forms too, which would be second addresses of the same page. */
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private ChangeAddress() {}

    static String receipt(UUID change) {
        return "/changes/" + change;
    }

    /** The receipt, where an undo had not been sent. */
    static String unsent(UUID change) {
        return receipt(change) + "?unsent=form";
    }

    static String undo(UUID change) {
        return receipt(change) + "/undo";
    }

    static Optional<UUID> of(String id) {
        return ID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
