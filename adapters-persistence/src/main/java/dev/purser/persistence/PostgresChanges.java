package dev.purser.persistence;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeEntries;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Claim;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.change.Next;
import dev.purser.domain.change.Timing;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Changes in PostgreSQL. Each method is one transaction, and holds the customer's lease row locked while it decides. */
@ApplicationScoped
public class PostgresChanges implements Changes {

    private final Session entities;
    private final StatelessSession reading;
    private final CustomerLeases leases;
    private final EntryLog history;
    private final PersonNames names;
    private final Superseded superseded;
    private final Timing timing;

    PostgresChanges(
            Session entities,
            StatelessSession reading,
            CustomerLeases leases,
            EntryLog history,
            PersonNames names,
            Superseded superseded,
            Timing timing) {
        this.entities = entities;
        this.reading = reading;
        this.leases = leases;
        this.history = history;
        this.names = names;
        this.superseded = superseded;
        this.timing = timing;
    }

    @Override
    @Transactional
    public Acceptance accept(Reader writer, Change wish) {
        if (!permits(writer, wish.customer())) {
            return new Acceptance.NotPermitted();
        }
        // The same form for two customers at once would meet only at the primary key, as an error.
        entities.createNativeQuery("select 1 as locked from pg_advisory_xact_lock(:form)", Tuple.class)
                .addScalar("locked", Integer.class)
                .setParameter(
                        "form", wish.id().getMostSignificantBits() ^ wish.id().getLeastSignificantBits())
                .getSingleResult();
        var known = entities.find(ChangeRow.class, wish.id());
        if (known != null) {
            return new Acceptance.Known(known.change(attempts(entities, known.id)));
        }
        var customer = CustomerKey.of(wish.customer());
        var lease = leases.lock(customer);
        var occupant = occupant(customer);
        if (occupant.isPresent()) {
            return new Acceptance.Occupied(occupant.get());
        }
        var quarantine = Optional.ofNullable(lease.row().quarantineUntil).filter(until -> until.isAfter(lease.now()));
        var row = new ChangeRow(wish, lease.now(), quarantine);
        entities.persist(row);
        history.write(ChangeEntries.requested(row.change(List.of())), lease.now());
        return new Acceptance.Accepted(wish.id());
    }

    private boolean permits(Reader writer, CustomerId customer) {
        var scope = Scope.customers(writer, "c.id.account", "c.id.tenant");
        return !scope.of(entities.createQuery(
                        "select 1 from CustomerRow c where c.id = :id and " + scope.hql(), Integer.class))
                .setParameter("id", CustomerKey.of(customer))
                .getResultList()
                .isEmpty();
    }

    private Optional<Occupant> occupant(CustomerKey customer) {
        return entities
                .createQuery("""
                        from ChangeRow c where c.account = :account and c.tenant = :tenant and c.state in\s""" + ChangeRow.State.OPEN, ChangeRow.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .getResultList()
                .stream()
                .findFirst()
                .map(open -> new Occupant(
                        open.id,
                        names.of(Set.of(open.person)).getOrDefault(open.person, ""),
                        open.askedAt,
                        open.seen,
                        open.wanted));
    }

    @Override
    public Optional<Receipt> find(Reader reader, UUID change) {
        var scope = Scope.customers(reader, "c.account", "c.tenant");
        return scope
                .of(reading.createQuery("from ChangeRow c where c.id = :id and " + scope.hql(), ChangeRow.class))
                .setParameter("id", change)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::receipt);
    }

    private Receipt receipt(ChangeRow row) {
        var customer = reading.get(CustomerRow.class, row.customer());
        return new Receipt(
                row.change(attempts(reading, row.id)),
                Optional.ofNullable(names.of(Set.of(row.person)).get(row.person)),
                customer == null ? "" : customer.domain);
    }

    /** By the moment when the statement began: unlike the moving clock, an index can be searched with it. */
    @Override
    @Transactional
    public Optional<Claim> claim(String node, Duration lease) {
        return entities
                .createNativeQuery("""
                        with due as (
                            select c.id, l.account, l.tenant
                            from change c join customer_lease l on l.account = c.account and l.tenant = c.tenant
                            where c.due_at <= statement_timestamp()
                              and (l.held_until is null or l.held_until <= statement_timestamp())
                              and (c.state <> 'REQUESTED' or l.quarantine_until is null
                                   or l.quarantine_until <= statement_timestamp())
                            order by c.due_at limit 1
                            for update of c, l skip locked)
                        update customer_lease l
                        set epoch = l.epoch + 1, holder = :node,
                            held_until = clock_timestamp() + make_interval(secs => :seconds)
                        from due where l.account = due.account and l.tenant = due.tenant
                        returning due.id as change, l.epoch as epoch, statement_timestamp() as now,
                            l.quarantine_until is null or l.quarantine_until <= statement_timestamp() as quarantine_over""", Tuple.class)
                .addScalar("change", UUID.class)
                .addScalar("epoch", Long.class)
                .addScalar("now", Instant.class)
                .addScalar("quarantine_over", Boolean.class)
                .setParameter("node", node)
                .setParameter("seconds", (double) lease.toSeconds())
                .getResultList()
                .stream()
                .findFirst()
                .map(claimed -> {
                    var course = course(claimed.get("change", UUID.class));
                    var customer = course.row.customer();
                    var known = Optional.ofNullable(entities.find(CustomerRow.class, customer));
                    var now = claimed.get("now", Instant.class);
                    return new Claim(
                            course.change(),
                            claimed.get("epoch", Long.class),
                            now,
                            claimed.get("quarantine_over", Boolean.class),
                            known.filter(listed -> listed.relationshipEndedAt == null)
                                    .isPresent(),
                            superseded(customer, known),
                            known.flatMap(row -> row.unsettled(superseded.oldest(now))),
                            course.attempts.isEmpty() ? Optional.empty() : recorded(course.row.id));
                });
    }

    /** What was replaced may have been put back meanwhile: what is known to be in force proves something after all. */
    private Set<SpendingLimit> superseded(CustomerKey customer, Optional<CustomerRow> known) {
        var inForce = known.flatMap(CustomerRow::budgetKnown).map(BudgetRead::limit);
        return superseded.now(customer).stream()
                .filter(replaced -> !inForce.equals(Optional.of(replaced)))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
        var change = claim.change();
        var held = leases.lock(CustomerKey.of(change.customer()));
        // Under a lease that is over nothing more may be sent, even if nobody has taken it yet.
        if (!held.by(claim) || !held.now().isBefore(held.row().heldUntil)) {
            return Optional.empty();
        }
        var course = course(change.id());
        var row = course.row;
        var attempts = course.attempts;
        if (!attempts.isEmpty() && recorded(change.id()).isPresent()) {
            // Proven since the claim: the next one finds it, and nothing is sent again.
            row.dueAt = held.now();
            held.row().release();
            return Optional.empty();
        }
        var attempt = new AttemptRow(
                new AttemptRow.Key(change.id(), attempts.size() + 1),
                send.request(),
                UUID.randomUUID(),
                send.readBefore(),
                held.now());
        entities.persist(attempt);
        row.submitting(held.now(), lease);
        held.row().heldUntil = held.now().plus(lease);
        held.row().quarantineUntil =
                later(held.row().quarantineUntil, held.now().plus(timing.quarantine()));
        var intended =
                row.change(Stream.concat(attempts.stream(), Stream.of(attempt)).toList());
        history.write(ChangeEntries.sending(intended, attempt.attempt()), held.now());
        return Optional.of(new Claim(
                intended,
                claim.epoch(),
                claim.at(),
                false,
                claim.listed(),
                claim.superseded(),
                claim.unsettled(),
                claim.recorded()));
    }

    @Override
    @Transactional
    public void release(Claim claim) {
        var held = leases.lock(CustomerKey.of(claim.change().customer()));
        if (held.by(claim)) {
            held.row().release();
        }
    }

    @Override
    @Transactional
    public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
        var change = claim.change();
        var customer = CustomerKey.of(change.customer());
        var held = leases.lock(customer);
        if (!held.by(claim)) {
            return;
        }
        var course = course(change.id());
        var row = course.row;
        end.ifPresent(how -> {
            course.attempts.getLast().ended = how;
            course.attempts.getLast().endedAt = held.now();
            held.row().quarantineUntil = quarantine(course.attempts);
        });
        var certain = provenOr(transition, course.change());
        var entry = ChangeEntries.of(course.change(), certain);
        row.become(certain, held.now(), held.row().quarantineUntil);
        if (certain instanceof Next.Confirm(var evidence, var status, var correlation)) {
            confirmed(row, evidence, evidenceOf(claim, evidence), held.now());
        }
        held.row().release();
        // Last, for it makes Hibernate write what was changed until then.
        entry.ifPresent(draft -> history.write(draft, held.now()));
    }

    /** A record that came since the claim knows better than whoever would say that nothing was applied, or nothing known. */
    private Next.Transition provenOr(Next.Transition transition, Change change) {
        return switch (transition) {
            case Next.RuleOut ruleOut -> proven(change).orElse(transition);
            case Next.Dispute dispute -> proven(change).orElse(transition);
            case Next.Refuse refuse -> proven(change).orElse(transition);
            case Next.StandBack standBack -> proven(change).orElse(transition);
            case Next.Wait wait -> transition;
            case Next.LoseSight loseSight -> transition;
            case Next.KeepLooking keepLooking -> transition;
            case Next.Confirm confirm -> transition;
        };
    }

    private Optional<Next.Transition> proven(Change change) {
        return recorded(change.id()).map(change::afterRecord);
    }

    /** The moment from which on the evidence tells what was in force, at the earliest. */
    private static Instant evidenceOf(Claim claim, Evidence evidence) {
        return switch (evidence) {
            case ANSWER, ANSWER_TO_RESEND -> claim.change().attempts().getLast().intendedAt();
            case READ_BACK, ACTIVITY_RECORD -> claim.at();
        };
    }

    /** An attempt that Microsoft's activity records show as carried out. */
    private Optional<UUID> recorded(UUID change) {
        return entities
                .createQuery("""
                        select a.correlation from AttemptRow a
                        join ActivityRow r on r.correlation = a.correlation and r.change = a.id.change
                        where a.id.change = :change and r.proves""", UUID.class)
                .setParameter("change", change)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * What Microsoft confirmed is what we know, unless a reading begun since has shown otherwise, and it was the person's
     * doing. A record tells what was at its time; since then somebody may have changed it again.
     */
    private void confirmed(ChangeRow row, Evidence evidence, Instant of, Instant now) {
        var known = entities.find(CustomerRow.class, row.customer(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            if (evidence != Evidence.ACTIVITY_RECORD) {
                known.budgetConfirmed(row.seen, row.wanted, of, now);
            }
            known.lastChangeAt = now;
            known.lastChangeBy = row.person;
        }
    }

    /** An attempt without a certain answer may still land until then; empty when there is none. */
    private @Nullable Instant quarantine(List<AttemptRow> attempts) {
        return attempts.stream()
                .filter(AttemptRow::uncertain)
                .map(attempt -> attempt.intendedAt.plus(timing.quarantine()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    private record Course(ChangeRow row, List<AttemptRow> attempts) {

        Change change() {
            return row.change(attempts);
        }
    }

    /** A change with its attempts, read at once. */
    private Course course(UUID change) {
        var found = entities.createQuery("""
                        select c, a from ChangeRow c left join AttemptRow a on a.id.change = c.id
                        where c.id = :change order by a.id.number""", Tuple.class)
                .setParameter("change", change)
                .getResultList();
        return new Course(
                found.getFirst().get(0, ChangeRow.class),
                found.stream()
                        .map(line -> line.get(1, AttemptRow.class))
                        .filter(Objects::nonNull)
                        .toList());
    }

    static List<AttemptRow> attempts(SharedSessionContract session, UUID change) {
        return session.createQuery(
                        "from AttemptRow a where a.id.change = :change order by a.id.number", AttemptRow.class)
                .setParameter("change", change)
                .getResultList();
    }
}
