package dev.purser.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer in a person's portfolio. */
@Entity
@Table(name = "portfolio")
class PortfolioRow extends PanacheEntityBase {

    @EmbeddedId
    Key id;

    /** That tells who granted it; none where it was entered by hand. */
    @Nullable Long entry;

    PortfolioRow(UUID person, CustomerKey customer) {
        this.id = new Key(person, customer.account(), customer.tenant());
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected PortfolioRow() {}

    @Embeddable
    record Key(UUID person, String account, UUID tenant) {}
}
