package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person. What could name them is encrypted. */
@Entity
@Table(name = "person")
class PersonRow extends PanacheEntityBase {

    @Id
    UUID id;

    String issuer;
    String subject;

    byte @Nullable [] name;

    byte @Nullable [] address;

    byte @Nullable [] pseudonymKey;

    @Nullable String pseudonym;

    @Nullable Instant sessionsValidFrom;

    /** When the newest sign-in was that this person has come with. */
    @Nullable Instant signedInAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected PersonRow() {}

    /** Whether a session that began then is still valid. */
    boolean admits(Instant signedInAt) {
        return sessionsValidFrom == null || !signedInAt.isBefore(sessionsValidFrom);
    }

    /** What an encrypted value of this row is bound to. */
    String place(String column) {
        return "person/" + id + "/" + column;
    }
}
