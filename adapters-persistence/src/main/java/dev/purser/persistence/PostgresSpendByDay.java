package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.SpendByDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** What was counted on each day, in PostgreSQL. */
@ApplicationScoped
class PostgresSpendByDay implements SpendByDay {

    private final Session entities;
    private final StatelessSession reading;

    PostgresSpendByDay(Session entities, StatelessSession reading) {
        this.entities = entities;
        this.reading = reading;
    }

    @Override
    public List<Day> of(Reader reader, CustomerId customer, Period period, Currency currency) {
        var scope = Scope.customers(reader, "d.id.account", "d.id.tenant")
                .and("d.id.account = :account", "account", customer.account().value())
                .and("d.id.tenant = :tenant", "tenant", customer.tenant())
                .and("d.id.day >= :first", "first", period.first())
                .and("d.id.day <= :last", "last", period.last())
                .and("d.currency = :currency", "currency", currency.getCurrencyCode());
        return scope
                .of(reading.createQuery(
                        "from SpendDayRow d where " + scope.hql() + " order by d.id.day", SpendDayRow.class))
                .getResultList()
                .stream()
                .map(row -> new Day(row.id.day(), row.spend))
                .toList();
    }

    /** Keeps what was just learnt of these customers, whose rows the caller has locked. */
    void keep(AccountName account, Collection<UUID> tenants) {
        entities.flush();
        entities.createNativeMutationQuery("""
                        insert into spend_day (account, tenant, day, spend, currency)
                        select account, tenant, cast(coalesce(spend_as_of, usage_read_at) at time zone 'UTC' as date), spend,
                               spend_currency
                        from customer
                        where account = :account and tenant = any(:tenants) and usage = 'spent'
                        on conflict (account, tenant, day) do update
                        set spend = excluded.spend, currency = excluded.currency
                        where (spend_day.spend, spend_day.currency) is distinct from (excluded.spend, excluded.currency)""")
                .setParameter("account", account.value())
                .setParameter("tenants", tenants.toArray(UUID[]::new))
                .executeUpdate();
    }
}
