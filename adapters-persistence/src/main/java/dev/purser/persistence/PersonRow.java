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

    /** None until somebody comes who was invited by something else. */
    @Nullable String subject;

    byte @Nullable [] name;

    byte @Nullable [] address;

    byte @Nullable [] pseudonymKey;

    @Nullable String pseudonym;

    @Nullable Instant sessionsValidFrom;

    /** When the newest sign-in was that this person has come with. */
    @Nullable Instant signedInAt;

    /** With which their newest sign-in came, as claims between spaces; none while nobody has noted them. */
    @Nullable String roles;

    /** By what they were invited: the key of a kind. */
    @Nullable String invitedAs;

    /** Fingerprint of what they were invited by, unless that is their subject. */
    @Nullable String invitation;

    @Nullable Instant invitedAt;

    @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected PersonRow() {}

    /** Whether a session that began then is still valid. */
    boolean admits(Instant signedInAt) {
        return sessionsValidFrom == null || !signedInAt.isBefore(sessionsValidFrom);
    }

    /** Whether they were named once and cannot be any more. Who was entered by hand has no name before they come. */
    boolean erased() {
        return name == null && (signedInAt != null || invitedAt != null);
    }

    /** What an encrypted value of this row is bound to. */
    String place(String column) {
        return place(id, column);
    }

    /** What an encrypted value of a person's row is bound to. */
    static String place(UUID person, String column) {
        return "person/" + person + "/" + column;
    }
}
