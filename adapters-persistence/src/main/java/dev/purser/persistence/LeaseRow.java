package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The right to work on a customer, and until when nothing new may be sent to it. */
@Entity
@Table(name = "customer_lease")
class LeaseRow extends PanacheEntityBase {

    @EmbeddedId
    CustomerKey id;

    long epoch;

    @Nullable String holder;

    @Nullable Instant heldUntil;

    @Nullable Instant quarantineUntil;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected LeaseRow() {}

    void release() {
        holder = null;
        heldUntil = null;
    }
}
