package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the history: its bytes, and what of them can be searched. */
@Entity
@Table(name = "entry")
class EntryRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    String stream;
    long number;
    String kind;
    Instant at;

    @Nullable String account;

    @Nullable UUID tenant;

    @Nullable String customerName;

    @Nullable UUID change;

    @Nullable String who;

    /** Pseudonym of the person whose rights it tells of. */
    @Nullable String about;

    @Nullable BigDecimal beforeAmount;

    @Nullable BigDecimal afterAmount;

    @Nullable String currency;

    @Nullable String reason;

    @Nullable String ticket;

    byte[] canonical;
    byte[] hash;

    /** Kept by the database. */
    @Column(insertable = false, updatable = false)
    String search;

    @SuppressWarnings("NullAway.Init") // The database keeps the search text.
    EntryRow(String stream, long number, String kind, Instant at, byte[] canonical, byte[] hash) {
        this.stream = stream;
        this.number = number;
        this.kind = kind;
        this.at = at;
        this.canonical = canonical;
        this.hash = hash;
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected EntryRow() {}
}
