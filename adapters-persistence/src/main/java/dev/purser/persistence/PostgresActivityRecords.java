package dev.purser.persistence;

import dev.purser.domain.activity.ActivityEntries;
import dev.purser.domain.activity.ActivityRecords;
import dev.purser.domain.activity.Origin;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.Draft;
import dev.purser.domain.partnercenter.Activities.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Microsoft's activity records in PostgreSQL. */
@ApplicationScoped
public class PostgresActivityRecords implements ActivityRecords {

    private final Session entities;
    private final StatelessSession reading;
    private final CustomerLeases leases;
    private final EntryLog history;
    private final PostgresPeople people;
    private final Vault vault;

    PostgresActivityRecords(
            Session entities,
            StatelessSession reading,
            CustomerLeases leases,
            EntryLog history,
            PostgresPeople people,
            Vault vault) {
        this.entities = entities;
        this.reading = reading;
        this.leases = leases;
        this.history = history;
        this.people = people;
        this.vault = vault;
    }

    @Override
    @Transactional
    public Optional<Begun> begin(AccountName account, Duration atMostEvery) {
        var row = state(account);
        var now = DatabaseClock.now(entities);
        return row.completedAt != null && row.completedAt.plus(atMostEvery).isAfter(now)
                ? Optional.empty()
                : Optional.of(new Begun(now, Optional.ofNullable(row.readThrough)));
    }

    @Override
    @Transactional
    public void readThrough(AccountName account, Instant moment) {
        state(account).readThrough = moment;
    }

    @Override
    @Transactional
    public void complete(AccountName account, int unreadable) {
        var row = state(account);
        row.completedAt = DatabaseClock.now(entities);
        row.unreadable = unreadable;
        row.problem = null;
        row.problemWords = null;
        row.problemSince = null;
    }

    @Override
    @Transactional
    public void fail(AccountName account, ReadProblem.Kind kind, String words) {
        var row = state(account);
        row.problemSince = row.problemSince == null ? DatabaseClock.now(entities) : row.problemSince;
        row.problem = kind;
        row.problemWords = words;
    }

    @Override
    public Optional<Progress> progress(AccountName account) {
        return Optional.ofNullable(reading.get(ActivityStateRow.class, account.value()))
                .map(ActivityStateRow::progress);
    }

    @Override
    public List<Activity> unknown(AccountName account, Collection<Activity> activities) {
        var known = new HashSet<>(reading.createQuery(
                        "select a.id.id from ActivityRow a where a.id.account = :account and a.id.id in :ids",
                        String.class)
                .setParameter("account", account.value())
                .setParameter("ids", activities.stream().map(Activity::id).toList())
                .getResultList());
        return activities.stream().filter(activity -> known.add(activity.id())).toList();
    }

    @Override
    public List<Origin.Sent> sent(AccountName account, Activity activity, Instant earliest, Instant latest) {
        var rows = reading.createQuery("""
                        from ChangeRow c join AttemptRow a on a.id.change = c.id
                        where c.account = :account and c.tenant = :tenant
                          and (a.correlation = :correlation
                               or (a.intendedAt between :earliest and :latest
                                   and not exists (select 1 from ActivityRow r where r.correlation = a.correlation)))
                        order by a.intendedAt, a.id.number""", Object[].class)
                .setParameter("account", account.value())
                .setParameter("tenant", activity.customer().orElseThrow())
                .setParameter("correlation", activity.correlation().orElse(null))
                .setParameter("earliest", earliest)
                .setParameter("latest", latest)
                .getResultList();
        return rows.stream()
                .map(row -> sent((ChangeRow) row[0], (AttemptRow) row[1]))
                .toList();
    }

    private Origin.Sent sent(ChangeRow change, AttemptRow attempt) {
        return new Origin.Sent(change.change(PostgresChanges.attempts(reading, change.id)), attempt.attempt());
    }

    @Override
    @Transactional
    public void keep(AccountName account, Activity activity, Origin origin) {
        var customer = new CustomerId(account, activity.customer().orElseThrow());
        // As those who settle changes do: what they decide, they decide either before this record or knowing it.
        var now = leases.lock(CustomerKey.of(customer)).now();
        if (entities.find(ActivityRow.class, new ActivityRow.Key(account.value(), activity.id())) != null) {
            return;
        }
        var row =
                new ActivityRow(new ActivityRow.Key(account.value(), activity.id()), customer.tenant(), activity.at());
        row.correlation = activity.correlation().orElse(null);
        row.text = vault.lock(activity.text().getBytes(StandardCharsets.UTF_8), row.place());
        var draft = switch (origin) {
            case Origin.Ours(var sent) -> {
                row.change = sent.change().id();
                row.proves =
                        activity.after().map(sent.change().wanted()::equals).orElse(true);
                yield row.proves ? proof(activity, sent, now) : ActivityEntries.recorded(activity, sent);
            }
            case Origin.PerhapsOurs(var sent) -> {
                row.change = sent.change().id();
                yield ActivityEntries.perhapsRecorded(activity, sent);
            }
            case Origin.Outside outside -> outside(customer, activity);
        };
        entities.persist(row);
        history.write(draft, now);
    }

    /** Of an unknown change it is the verdict, which the next look at it records. */
    private Draft proof(Activity activity, Origin.Sent sent, Instant now) {
        var change = entities.find(ChangeRow.class, sent.change().id(), LockModeType.PESSIMISTIC_WRITE);
        return switch (change.state) {
            case UNKNOWN -> {
                change.dueAt = now;
                yield ActivityEntries.recorded(activity, sent);
            }
            case REQUESTED, SUBMITTING, CONFIRMED -> ActivityEntries.recorded(activity, sent);
            case REFUSED, NOT_APPLIED, CONFLICT, DISPUTED -> ActivityEntries.appliedAfterAll(activity, sent);
        };
    }

    private Draft outside(CustomerId customer, Activity activity) {
        var known = entities.find(CustomerRow.class, CustomerKey.of(customer));
        return ActivityEntries.outside(
                customer,
                known == null ? "" : known.name,
                known == null ? BillingCurrency.unknown() : CurrencyColumns.currency(known.currency),
                activity,
                activity.person().map(name -> people.author(customer.account(), name)));
    }

    private ActivityStateRow state(AccountName account) {
        entities.createNativeMutationQuery(
                        "insert into activity_state (account) values (:account) on conflict do nothing")
                .setParameter("account", account.value())
                .executeUpdate();
        return entities.find(ActivityStateRow.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
