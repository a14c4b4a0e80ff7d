package dev.purser.bare;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the history. */
@Entity
@Table(name = "bare_entry")
public class BareEntry extends PanacheEntityBase {

    @Id
    public long id;

    public Instant at;
    public String kind;

    @Nullable public String account;

    @Nullable public UUID tenant;

    @Nullable public String customerName;

    @Nullable public BigDecimal beforeAmount;

    @Nullable public BigDecimal afterAmount;

    @Nullable public String currency;

    @Nullable public String reason;

    @Nullable public String ticket;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected BareEntry() {}
}
