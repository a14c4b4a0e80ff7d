package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The last count of a customer's spend on a day. */
@Entity
@Table(name = "spend_day")
class SpendDayRow extends PanacheEntityBase {

    @EmbeddedId
    Key id;

    BigDecimal spend;

    String currency;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected SpendDayRow() {}

    @Embeddable
    record Key(String account, UUID tenant, LocalDate day) {}
}
