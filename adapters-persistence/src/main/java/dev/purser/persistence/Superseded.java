package dev.purser.persistence;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Timing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Budgets that confirmed changes have replaced so recently that Microsoft may still show them. */
@ApplicationScoped
class Superseded {

    private final Session entities;
    private final Timing timing;

    Superseded(Session entities, Timing timing) {
        this.entities = entities;
        this.timing = timing;
    }

    Set<SpendingLimit> of(CustomerKey customer) {
        return entities
                .createNativeQuery("""
                        select seen from change where account = :account and tenant = :tenant and state = 'CONFIRMED'
                        and ended_at > statement_timestamp() - make_interval(secs => :seconds)""", Tuple.class)
                .addScalar("seen", String.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .setParameter("seconds", timing.readStaleness().toMillis() / 1000.0)
                .getResultList()
                .stream()
                .map(replaced -> SpendingLimitText.limit(replaced.get("seen", String.class)))
                .collect(Collectors.toSet());
    }
}
