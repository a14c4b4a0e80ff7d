package dev.purser.persistence;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sending of a change. */
@Entity
@Table(name = "attempt")
class AttemptRow extends PanacheEntityBase {

    @EmbeddedId
    Key id;

    UUID request;
    UUID correlation;
    SpendingLimit readBefore;
    Instant intendedAt;

    @Enumerated(EnumType.STRING)
    Attempt.@Nullable End ended;

    @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected AttemptRow() {}

    Attempt attempt() {
        return new Attempt(id.number(), request, correlation, readBefore, intendedAt, Optional.ofNullable(ended));
    }

    boolean uncertain() {
        return ended == null || !ended.certain();
    }

    @Embeddable
    record Key(UUID change, int number) {}
}
