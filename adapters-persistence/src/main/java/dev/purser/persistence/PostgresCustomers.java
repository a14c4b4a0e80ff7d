package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.ForeignText;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The last known values of all customers, in PostgreSQL. */
@ApplicationScoped
public class PostgresCustomers implements Customers {

    private final Session entities;
    private final StatelessSession reading;
    private final CustomerPages pages;
    private final CustomersShown shown;
    private final Superseded superseded;
    private final PostgresSpendByDay days;
    private final UntilWritten untilWritten;

    PostgresCustomers(
            Session entities,
            StatelessSession reading,
            CustomerPages pages,
            CustomersShown shown,
            Superseded superseded,
            PostgresSpendByDay days,
            UntilWritten untilWritten) {
        this.entities = entities;
        this.reading = reading;
        this.pages = pages;
        this.shown = shown;
        this.superseded = superseded;
        this.days = days;
        this.untilWritten = untilWritten;
    }

    @Override
    public Page page(Reader reader, Query query) {
        return pages.page(reader, query);
    }

    @Override
    public Optional<KnownCustomer> find(Reader reader, CustomerId customer) {
        var scope = Scope.names(reader, "c.id.account", "c.id.tenant");
        var rows = scope.of(reading.createQuery(
                        "select " + CustomersShown.COLUMNS + CustomersShown.FROM + "where c.id = :id and "
                                + scope.hql(),
                        Tuple.class))
                .setParameter("id", CustomerKey.of(customer))
                .getResultList();
        return shown.to(reader, rows).stream().findFirst();
    }

    @Override
    public Overview overview(Reader reader) {
        return untilWritten.get(new Overall(reader), Overview.class, () -> count(reader));
    }

    private record Overall(Reader by) {}

    private Overview count(Reader reader) {
        var scope = Scope.names(reader, "c.id.account", "c.id.tenant");
        var groups = scope.of(
                        reading.createQuery("""
                                select c.id.account, c.currency.code, count(*), max(c.budgetReadAt), min(c.budgetReadAt),
                                       count(case when c.problem is not null and c.relationshipEndedAt is null then 1 end)
                                from CustomerRow c where\s""" + scope.hql() + " group by c.id.account, c.currency.code", Tuple.class))
                .getResultList();
        return new Overview(
                sum(groups, 2),
                texts(groups, 0).map(AccountName::new).toList(),
                texts(groups, 1).toList(),
                moments(groups, 3).max(Comparator.naturalOrder()),
                moments(groups, 4).min(Comparator.naturalOrder()),
                sum(groups, 5));
    }

    private static long sum(List<Tuple> groups, int column) {
        return groups.stream().mapToLong(group -> group.get(column, Long.class)).sum();
    }

    /** Each once, in their order. */
    private static Stream<String> texts(List<Tuple> groups, int column) {
        return groups.stream()
                .flatMap(group -> Stream.ofNullable(group.get(column, String.class)))
                .distinct()
                .sorted();
    }

    private static Stream<Instant> moments(List<Tuple> groups, int column) {
        return groups.stream().flatMap(group -> Stream.ofNullable(group.get(column, Instant.class)));
    }

    /** Once for each customer and in the order of their locks: a list may name one twice, and two lists may overlap. */
    @Override
    @Transactional
    public void learn(AccountName account, Collection<Relationships.Customer> listed) {
        // As PostgreSQL orders them; Java compares the halves of a UUID as signed numbers.
        var byTenant = new TreeMap<UUID, Relationships.Customer>(Comparator.comparing(UUID::toString));
        listed.forEach(customer -> byTenant.put(customer.tenant(), customer));
        byTenant.forEach((tenant, customer) -> entities.createNativeMutationQuery("""
                        insert into customer (account, tenant, name, domain, listed_at)
                        values (:account, :tenant, :name, :domain, clock_timestamp())
                        on conflict (account, tenant) do update
                        set name = excluded.name, domain = excluded.domain, listed_at = excluded.listed_at,
                            relationship_ended_at = null""")
                .setParameter("account", account.value())
                .setParameter("tenant", tenant)
                .setParameter("name", ForeignText.oneLine(customer.name()))
                .setParameter("domain", ForeignText.oneLine(customer.domain()))
                .executeUpdate());
    }

    @Override
    @Transactional
    public void endRelationships(AccountName account, Instant notListedSince) {
        entities.createMutationQuery("""
                        update CustomerRow c set c.relationshipEndedAt = :now
                        where c.id.account = :account and c.listedAt < :since and c.relationshipEndedAt is null""")
                .setParameter("now", now())
                .setParameter("account", account.value())
                .setParameter("since", notListedSince)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void learnBudget(CustomerId customer, SpendingLimit limit, Instant asked) {
        row(customer).ifPresent(row -> {
            var oldest = superseded.oldest(asked);
            row.budgetRead(limit, asked, now(), oldest, superseded.since(row.id, oldest));
        });
    }

    @Override
    @Transactional
    public void learnUsage(CustomerId customer, Usage usage) {
        row(customer).ifPresent(row -> {
            row.usageRead(usage, now());
            days.keep(customer.account(), List.of(customer.tenant()));
        });
    }

    @Override
    @Transactional
    public void learnNoUsage(CustomerId customer) {
        row(customer).ifPresent(row -> row.noUsage(now()));
    }

    @Override
    @Transactional
    public List<CustomerId> learnListed(AccountName account, Collection<Usages.CustomerUsage> listed) {
        var known =
                rows(account, listed.stream().map(Usages.CustomerUsage::tenant).toList());
        var now = now();
        var toBeAsked = new ArrayList<CustomerId>();
        var counted = new ArrayList<UUID>();
        for (var customer : listed) {
            var row = known.get(customer.tenant());
            if (row == null) {
                continue;
            }
            customer.limit().ifPresent(limit -> {
                var before = row.budgetReading().map(BudgetRead::limit);
                row.budgetAgreedAt = before.equals(Optional.of(limit)) ? now : null;
                if (before.isEmpty()) {
                    row.budgetListed(limit, now);
                } else if (row.budgetAgreedAt == null) {
                    toBeAsked.add(row.id.customer());
                }
            });
            customer.usage().ifPresent(usage -> {
                row.usageRead(usage, now);
                counted.add(customer.tenant());
            });
        }
        days.keep(account, counted);
        return toBeAsked;
    }

    @Override
    @Transactional
    public void configureCurrency(AccountName account, BillingCurrency.Configured currency) {
        entities.createNativeMutationQuery("""
                        update customer set currency = :currency, currency_from = 'configuration'
                        where account = :account and (currency is null or currency_from = 'configuration')
                          and currency is distinct from :currency""")
                .setParameter("currency", currency.currency().getCurrencyCode())
                .setParameter("account", account.value())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void withdrawCurrency(AccountName account) {
        entities.createNativeMutationQuery("""
                        update customer set currency = null, currency_from = null
                        where account = :account and currency_from = 'configuration'""")
                .setParameter("account", account.value())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void learnProblem(
            CustomerId customer, ReadProblem.Kind kind, String words, UUID correlation, Instant asked) {
        row(customer)
                .filter(row -> !isSince(row.budgetReadAt, asked))
                .ifPresent(row -> row.problemFound(kind, words, correlation, now()));
    }

    @Override
    @Transactional
    public void learnUsageProblem(
            CustomerId customer, ReadProblem.Kind kind, String words, UUID correlation, Instant asked) {
        row(customer)
                .filter(row -> !isSince(row.budgetReadAt, asked) && !isSince(row.usageReadAt, asked))
                .ifPresent(row -> row.problemFound(kind, words, correlation, now()));
    }

    private static boolean isSince(@Nullable Instant moment, Instant asked) {
        return moment != null && moment.isAfter(asked);
    }

    @Override
    public List<CustomerId> notReadFor(AccountName account, Duration age, Duration whereListed, int atMost) {
        var now = now();
        return reading
                .createQuery("""
                        select c.id from CustomerRow c where c.id.account = :account and c.relationshipEndedAt is null
                        and (c.budgetReadAt is null or c.budgetDoubted or c.budgetReadAt < :listedBefore
                             or (c.budgetReadAt < :before
                                 and (c.budgetAgreedAt is null or c.budgetAgreedAt < :before or c.problem is not null)))
                        order by c.budgetReadAt nulls first""", CustomerKey.class)
                .setParameter("account", account.value())
                .setParameter("before", now.minus(age))
                .setParameter("listedBefore", now.minus(whereListed))
                .setMaxResults(atMost)
                .getResultList()
                .stream()
                .map(CustomerKey::customer)
                .toList();
    }

    /** Locked, for a reading and a confirmation may both want to write it. */
    private Optional<CustomerRow> row(CustomerId customer) {
        return Optional.ofNullable(
                entities.find(CustomerRow.class, CustomerKey.of(customer), LockModeType.PESSIMISTIC_WRITE));
    }

    private Map<UUID, CustomerRow> rows(AccountName account, List<UUID> tenants) {
        return entities
                .createQuery(
                        "from CustomerRow c where c.id.account = :account and c.id.tenant in :tenants order by c.id.tenant",
                        CustomerRow.class)
                .setParameter("account", account.value())
                .setParameter("tenants", tenants)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.id.tenant(), Function.identity()));
    }

    /** Workers ask outside a request. */
    @Override
    @Transactional
    public Instant now() {
        return DatabaseClock.now(reading);
    }
}
