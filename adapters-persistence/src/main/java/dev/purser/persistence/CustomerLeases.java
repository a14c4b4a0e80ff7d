package dev.purser.persistence;

import dev.purser.domain.change.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The right to work on a customer. Whoever decides something of its changes locks it first, so that no two decide at once.
 */
@ApplicationScoped
class CustomerLeases {

    private final Session entities;

    CustomerLeases(Session entities) {
        this.entities = entities;
    }

    /** @param now the database's clock, at the moment when the lock was held */
    record Held(LeaseRow row, Instant now) {

        /** Whether that claim has neither been given back nor taken over. */
        boolean by(Claim claim) {
            return row.epoch == claim.epoch() && row.heldUntil != null;
        }
    }

    /** Locks the lease, for the caller's transaction. */
    Held lock(CustomerKey customer) {
        return locked(customer).orElseGet(() -> {
            entities.createNativeMutationQuery("""
                            insert into customer_lease (account, tenant, epoch) values (:account, :tenant, 0)
                            on conflict do nothing""")
                    .setParameter("account", customer.account())
                    .setParameter("tenant", customer.tenant())
                    .executeUpdate();
            return locked(customer).orElseThrow();
        });
    }

    /** The clock is outside of what locks: there it would be read before the lock was waited for. */
    private Optional<Held> locked(CustomerKey customer) {
        return entities
                .createNativeQuery("""
                        with held as materialized (
                            select * from customer_lease where account = :account and tenant = :tenant
                            for no key update)
                        select held.*, clock_timestamp() as now from held""", Tuple.class)
                .addEntity("held", LeaseRow.class)
                .addScalar("now", Instant.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .getResultList()
                .stream()
                .findFirst()
                .map(held -> new Held(held.get("held", LeaseRow.class), held.get("now", Instant.class)));
    }
}
