package dev.purser.domain.change;

import dev.purser.domain.portfolio.Reader;
import java.util.Optional;
import java.util.UUID;

/** The changes that undo others, for their receipts. */
public interface Undos {

    /** The newest change that undoes this one, whatever has become of it, if the reader may see it. */
    Optional<Change> of(Reader reader, UUID undone);
}
