package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of Microsoft's records of a budget that was set or removed. */
@Entity
@Table(name = "activity")
class ActivityRow extends PanacheEntityBase {

    @EmbeddedId
    Key id;

    UUID tenant;
    Instant at;

    @Nullable UUID correlation;

    /** The change of ours that it tells of, or may tell of. */
    @Nullable UUID change;

    /** Whether it shows, under an id of ours, that the change was carried out. */
    boolean proves;

    /** As Microsoft wrote it, encrypted, for it may name a person. */
    byte @Nullable [] text;

    ActivityRow(Key id, UUID tenant, Instant at) {
        this.id = id;
        this.tenant = tenant;
        this.at = at;
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected ActivityRow() {}

    /** What the encrypted text of this row is bound to. */
    String place() {
        return "activity/" + id.account() + "/" + id.id() + "/text";
    }

    @Embeddable
    record Key(String account, String id) {}
}
