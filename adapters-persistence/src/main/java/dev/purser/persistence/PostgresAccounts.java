package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** How reading goes for each account, in PostgreSQL. */
@ApplicationScoped
public class PostgresAccounts implements Accounts {

    private final Session entities;
    private final StatelessSession reading;

    PostgresAccounts(Session entities, StatelessSession reading) {
        this.entities = entities;
        this.reading = reading;
    }

    @Override
    @Transactional
    public Optional<Instant> begin(AccountName account, Duration atMostEvery) {
        var row = row(account);
        var now = now();
        if (row.completedAt != null && row.completedAt.plus(atMostEvery).isAfter(now)) {
            return Optional.empty();
        }
        row.begunAt = now;
        return Optional.of(now);
    }

    @Override
    @Transactional
    public void complete(AccountName account) {
        var row = row(account);
        row.completedAt = now();
        row.problem = null;
        row.problemWords = null;
        row.problemSince = null;
    }

    @Override
    @Transactional
    public void fail(AccountName account, ReadProblem.Kind kind, String words) {
        var row = row(account);
        row.problemSince = row.problemSince == null ? now() : row.problemSince;
        row.problem = kind;
        row.problemWords = words;
    }

    @Override
    public List<AccountState> all(Reader reader) {
        var scope = Scope.names(reader, "c.id.account", "c.id.tenant");
        Map<String, Long> customers = scope
                .of(reading.createQuery(
                        "select c.id.account, count(*) from CustomerRow c where c.relationshipEndedAt is null and "
                                + scope.hql() + " group by c.id.account",
                        Object[].class))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(counted -> (String) counted[0], counted -> (Long) counted[1]));
        var states = reading.createQuery("from AccountStateRow a", AccountStateRow.class).getResultList().stream()
                .collect(Collectors.toMap(row -> row.account, row -> row));
        var names = new TreeSet<>(customers.keySet());
        if (seesAll(reader)) {
            names.addAll(states.keySet());
        }
        return names.stream()
                .map(name -> state(name, customers.getOrDefault(name, 0L), Optional.ofNullable(states.get(name))))
                .toList();
    }

    private static boolean seesAll(Reader reader) {
        return switch (reader.customers()) {
            case Reader.Customers.All all -> true;
            case Reader.Customers.NamesOnly names -> true;
            case Reader.Customers.PortfolioOf own -> false;
            case Reader.Customers.None none -> false;
        };
    }

    private static AccountState state(String account, long customers, Optional<AccountStateRow> row) {
        return new AccountState(
                new AccountName(account),
                customers,
                row.map(state -> state.begunAt),
                row.map(state -> state.completedAt),
                row.filter(state -> state.problem != null)
                        .map(state -> new Problem(
                                Objects.requireNonNull(state.problem),
                                Objects.requireNonNull(state.problemWords),
                                Objects.requireNonNull(state.problemSince))));
    }

    private AccountStateRow row(AccountName account) {
        entities.createNativeMutationQuery(
                        "insert into account_state (account) values (:account) on conflict do nothing")
                .setParameter("account", account.value())
                .executeUpdate();
        return entities.find(AccountStateRow.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Instant now() {
        return DatabaseClock.now(entities);
    }
}
