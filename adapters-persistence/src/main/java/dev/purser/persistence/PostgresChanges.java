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
import org.hibernate.LockMode;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Changes in PostgreSQL. Each method is one transaction, and holds the customer's lease row locked while it decides. */
@ApplicationScoped
public class PostgresChanges implements Changes {

    private final StatelessSession rows;
    private final CustomerLeases leases;
    private final EntryLog history;
    private final PersonNames names;
    private final Superseded superseded;
    private final Timing timing;

    PostgresChanges(
            StatelessSession rows,
            CustomerLeases leases,
            EntryLog history,
            PersonNames names,
            Superseded superseded,
            Timing timing) {
        this.rows = rows;
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
        var customer = CustomerKey.of(wish.customer());
        var lease = leases.lock(customer);
        var quarantine = Optional.ofNullable(lease.quarantineUntil()).filter(until -> lease.inQuarantine());
        var row = new ChangeRow(wish, lease.now(), quarantine);
        if (!row.addTo(rows)) {
            return known(wish.id()).orElseGet(() -> new Acceptance.Occupied(occupant(customer)));
        }
        history.write(ChangeEntries.requested(row.change(List.of())), lease.now());
        return new Acceptance.Accepted(wish.id());
    }

    private boolean permits(Reader writer, CustomerId customer) {
        var scope = Scope.customers(writer, "c.id.account", "c.id.tenant");
        return !scope.of(rows.createQuery(
                        "select 1 from CustomerRow c where c.id = :id and " + scope.hql(), Integer.class))
                .setParameter("id", CustomerKey.of(customer))
                .getResultList()
                .isEmpty();
    }

    private Optional<Acceptance> known(UUID form) {
        return Optional.ofNullable(rows.get(ChangeRow.class, form))
                .map(row -> new Acceptance.Known(row.change(attempts(rows, row.id))));
    }

    private Occupant occupant(CustomerKey customer) {
        var open = rows.createQuery("""
                        from ChangeRow c where c.account = :account and c.tenant = :tenant and c.state in\s""" + ChangeRow.State.OPEN, ChangeRow.class)
                .setParameter("account", customer.account())
                .setParameter("tenant", customer.tenant())
                .getSingleResult();
        return new Occupant(open.id, names.of(open.person).orElse(""), open.askedAt, open.seen, open.wanted);
    }

    @Override
    public Optional<Receipt> find(Reader reader, UUID change) {
        var scope = Scope.customers(reader, "c.account", "c.tenant");
        return scope
                .of(rows.createQuery("from ChangeRow c where c.id = :id and " + scope.hql(), ChangeRow.class))
                .setParameter("id", change)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::receipt);
    }

    private Receipt receipt(ChangeRow row) {
        var customer = rows.get(CustomerRow.class, row.customer());
        return new Receipt(
                row.change(attempts(rows, row.id)), names.of(row.person), customer == null ? "" : customer.domain);
    }

    /** By the moment when the statement began: unlike the moving clock, an index can be searched with it. */
    @Override
    @Transactional
    public Optional<Claim> claim(String node, Duration lease) {
        return rows
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
                    var known = Optional.ofNullable(rows.get(CustomerRow.class, customer));
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
        var inForce = known.flatMap(CustomerRow::budgetReading).map(BudgetRead::limit);
        return superseded.now(customer).stream()
                .filter(replaced -> !inForce.equals(Optional.of(replaced)))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
        var change = claim.change();
        var customer = CustomerKey.of(change.customer());
        var held = leases.lock(customer);
        // Under a lease that is over nothing more may be sent, even if nobody has taken it yet.
        if (!held.by(claim) || held.isOver()) {
            return Optional.empty();
        }
        if (!change.attempts().isEmpty() && recorded(change.id()).isPresent()) {
            // Proven since the claim: the next one finds it, and nothing is sent again.
            leases.release(customer);
            return Optional.empty();
        }
        var attempt = new Attempt(
                change.attempts().size() + 1,
                send.request(),
                UUID.randomUUID(),
                send.readBefore(),
                held.now(),
                Optional.empty());
        intend(change, attempt, held.now().plus(lease));
        var sending = claim.sending(attempt);
        history.write(ChangeEntries.sending(sending.change(), attempt), held.now());
        return Optional.of(sending);
    }

    /** @param until nobody looks at it before, unless its node dies and the lease runs out */
    private void intend(Change change, Attempt attempt, Instant until) {
        rows.createNativeMutationQuery("""
                        with intended as (
                            insert into attempt (change, number, request, correlation, read_before, intended_at)
                            values (:change, :number, :request, :correlation, :readBefore, :now)),
                        submitting as (
                            update change set state = 'SUBMITTING', waiting_for = null, due_at = :until where id = :change)
                        update customer_lease
                        set held_until = :until, quarantine_until = greatest(quarantine_until, :quarantine)
                        where account = :account and tenant = :tenant""")
                .setParameter("change", change.id())
                .setParameter("number", attempt.number())
                .setParameter("request", attempt.request())
                .setParameter("correlation", attempt.correlation())
                .setParameter("readBefore", attempt.readBefore().toString())
                .setParameter("now", attempt.intendedAt())
                .setParameter("until", until)
                .setParameter("quarantine", attempt.intendedAt().plus(timing.quarantine()))
                .setParameter("account", change.customer().account().value())
                .setParameter("tenant", change.customer().tenant())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void release(Claim claim) {
        var customer = CustomerKey.of(claim.change().customer());
        if (leases.lock(customer).by(claim)) {
            leases.release(customer);
        }
    }

    @Override
    @Transactional
    public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
        var customer = CustomerKey.of(claim.change().customer());
        var held = leases.lock(customer);
        if (!held.by(claim)) {
            return;
        }
        var course = course(claim.change().id());
        var row = course.row;
        end.ifPresentOrElse(how -> answered(course, how, held.now()), () -> leases.release(customer));
        var certain = provenOr(transition, course.change());
        var entry = ChangeEntries.of(course.change(), certain);
        row.become(certain, held.now(), end.isPresent() ? quarantine(course.attempts) : held.quarantineUntil());
        rows.update(row);
        if (certain instanceof Next.Confirm(var evidence, var status, var correlation)) {
            confirmed(row, evidence, evidenceOf(claim, evidence), knownSince(course, evidence, held.now()), held.now());
        }
        entry.ifPresent(draft -> history.write(draft, held.now()));
    }

    /** The last attempt has come to its end, and the customer is given back. */
    private void answered(Course course, Attempt.End how, Instant now) {
        var last = course.attempts.getLast();
        last.ended = how;
        rows.createNativeMutationQuery("""
                        with answered as (
                            update attempt set ended = :ended, ended_at = :now where change = :change and number = :number)
                        update customer_lease set holder = null, held_until = null, quarantine_until = :quarantine
                        where account = :account and tenant = :tenant""")
                .setParameter("ended", how.name())
                .setParameter("now", now)
                .setParameter("change", course.row.id)
                .setParameter("number", last.id.number())
                .setParameter("quarantine", quarantine(course.attempts), Instant.class)
                .setParameter("account", course.row.account)
                .setParameter("tenant", course.row.tenant)
                .executeUpdate();
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

    /** An answer may be recorded long after it came, and others may have read since. */
    private Instant knownSince(Course course, Evidence evidence, Instant now) {
        return switch (evidence) {
            case ANSWER, ANSWER_TO_RESEND -> {
                var answered = course.attempts.getLast().intendedAt.plus(timing.answered());
                yield answered.isBefore(now) ? answered : now;
            }
            case READ_BACK, ACTIVITY_RECORD -> now;
        };
    }

    /** An attempt that Microsoft's activity records show as carried out. */
    private Optional<UUID> recorded(UUID change) {
        return rows
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
    private void confirmed(ChangeRow row, Evidence evidence, Instant of, Instant since, Instant now) {
        var known = rows.get(CustomerRow.class, row.customer(), LockMode.PESSIMISTIC_WRITE);
        if (known != null) {
            if (evidence != Evidence.ACTIVITY_RECORD) {
                known.budgetConfirmed(row.seen, row.wanted, of, since);
            }
            known.lastChangeAt = now;
            known.lastChangeBy = row.person;
            rows.update(known);
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

    private record Course(ChangeRow row, List<AttemptRow> attempts) {

        Change change() {
            return row.change(attempts);
        }
    }

    /** A change with its attempts, read at once. */
    private Course course(UUID change) {
        var found = rows.createQuery("""
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
