package dev.purser.persistence;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Timing;
import jakarta.enterprise.context.ApplicationScoped;
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
                        and ended_at > statement_timestamp() - make_interval(secs => :seconds)""", String.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .setParameter("seconds", timing.readStaleness().toMillis() / 1000.0)
                .getResultList()
                .stream()
                .map(SpendingLimitText::limit)
                .collect(Collectors.toSet());
    }
}
