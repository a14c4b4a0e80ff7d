package dev.purser.persistence;

import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Facts;
import dev.purser.domain.history.Stream;
import java.util.Optional;

/** Entries that tell of nobody. */
final class EntryExamples {

    private EntryExamples() {}

    static Draft of(Stream stream) {
        return new Draft(
                EntryKind.SIGNED_IN, stream, Optional.empty(), Facts.none().and("role", "auditor"));
    }
}
