package dev.purser.bare;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer of the list. */
@Entity
@Table(name = "bare_customer")
public class BareCustomer extends PanacheEntityBase {

    @Id
    public UUID tenant;

    public String account;
    public String name;
    public String domain;

    @Nullable public BigDecimal budget;

    @Nullable public BigDecimal spend;

    @Nullable public String currency;

    public BigDecimal used;

    @Nullable public Instant readAt;

    @Nullable public Instant lastChangeAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected BareCustomer() {}
}
