package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One of several customers that an entry tells of. */
@Entity
@Table(name = "entry_customer")
class EntryCustomerRow extends PanacheEntityBase {

    @EmbeddedId
    Key id;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected EntryCustomerRow() {}

    @Embeddable
    record Key(long entry, String account, UUID tenant) {}
}
