package dev.purser.domain.portfolio;

import java.util.UUID;

/** A person within this installation. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
