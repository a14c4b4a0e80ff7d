package dev.purser.persistence;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Timing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Which budgets Microsoft may still show although they have been replaced. */
@ApplicationScoped
class Superseded {

    private final Session entities;
    private final Timing timing;

    Superseded(Session entities, Timing timing) {
        this.entities = entities;
        this.timing = timing;
    }

    /** How far back what Microsoft shows may lie, if it was asked at that moment. */
    Instant oldest(Instant asked) {
        return asked.minus(timing.readStaleness());
    }

    /** What confirmed changes have replaced since a reading that begins now may be of. */
    Set<SpendingLimit> now(CustomerKey customer) {
        return since(customer, "statement_timestamp() - make_interval(secs => :seconds)", "seconds", seconds());
    }

    /** What confirmed changes have replaced since that moment. */
    Set<SpendingLimit> since(CustomerKey customer, Instant moment) {
        return since(customer, "cast(:moment as timestamptz)", "moment", moment);
    }

    private Set<SpendingLimit> since(CustomerKey customer, String sql, String parameter, Object value) {
        return entities
                .createNativeQuery("""
                        select seen from change where account = :account and tenant = :tenant and state = 'CONFIRMED'
                        and ended_at >\s""" + sql, Tuple.class)
                .addScalar("seen", String.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .setParameter(parameter, value)
                .getResultList()
                .stream()
                .map(replaced -> SpendingLimitText.limit(replaced.get("seen", String.class)))
                .collect(Collectors.toSet());
    }

    private double seconds() {
        return timing.readStaleness().toMillis() / 1000.0;
    }
}
