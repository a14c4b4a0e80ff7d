package dev.purser.persistence;

import dev.purser.domain.change.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a customer, and until when nothing new may be sent to it. Whoever decides something of its changes
 * locks it first, so that no two decide at once.
 */
@ApplicationScoped
class CustomerLeases {

    private final StatelessSession rows;

    CustomerLeases(StatelessSession rows) {
        this.rows = rows;
    }

    /** @param now the database's clock, at the moment when the lock was held */
    record Held(
            long epoch,
            @Nullable Instant heldUntil,
            @Nullable Instant quarantineUntil,
            Instant now) {

        /** Whether that claim has neither been given back nor taken over. */
        boolean by(Claim claim) {
            return epoch == claim.epoch() && heldUntil != null;
        }

        boolean isOver() {
            return heldUntil == null || !now.isBefore(heldUntil);
        }

        /** Whether a request without a certain answer may still land. */
        boolean inQuarantine() {
            return quarantineUntil != null && quarantineUntil.isAfter(now);
        }
    }

    /**
     * Locks the lease, for the caller's transaction. An update that alters nothing locks and returns in one statement what is
     * there or was just added; and what it returns, the clock included, is worked out when the lock is held.
     */
    Held lock(CustomerKey customer) {
        var held = rows.createNativeQuery("""
                        insert into customer_lease as lease (account, tenant, epoch) values (:account, :tenant, 0)
                        on conflict (account, tenant) do update set epoch = lease.epoch
                        returning epoch, held_until, quarantine_until, clock_timestamp() as now""", Tuple.class)
                .addScalar("epoch", Long.class)
                .addScalar("held_until", Instant.class)
                .addScalar("quarantine_until", Instant.class)
                .addScalar("now", Instant.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .getSingleResult();
        return new Held(
                held.get("epoch", Long.class),
                held.get("held_until", Instant.class),
                held.get("quarantine_until", Instant.class),
                held.get("now", Instant.class));
    }

    /** Gives the customer back. */
    void release(CustomerKey customer) {
        rows.createNativeMutationQuery("""
                        update customer_lease set holder = null, held_until = null
                        where account = :account and tenant = :tenant""")
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .executeUpdate();
    }
}
