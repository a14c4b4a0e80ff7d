package dev.purser.domain.change;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.ChangeState.Waiting.Cause;
import dev.purser.domain.customer.InMemoryCustomers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.LastChange;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Changes in memory, with the leases, epochs, quarantines and entries that the database has. Safe for many threads; each
 * method is one transaction.
 */
public final class InMemoryChanges implements Changes {

    private final InstantSource clock;
    private final Timing timing;
    private final KnownPeople people;
    private final InMemoryCustomers customers;
    private final WrittenEntries entries;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final Map<CustomerId, Lease> leases = new HashMap<>();

    /** @param clock plays the database's clock */
    public InMemoryChanges(
            InstantSource clock,
            Timing timing,
            KnownPeople people,
            InMemoryCustomers customers,
            WrittenEntries entries) {
        this.clock = clock;
        this.timing = timing;
        this.people = people;
        this.customers = customers;
        this.entries = entries;
    }

    /**
     * A change as stored.
     *
     * @param tries how often it has waited, which is kept while it is being sent
     * @param dueAt when it becomes due; the end of the lease while it is being sent
     */
    private record Row(Change change, int tries, Instant dueAt) {}

    /** @param until until when the customer is held; empty while nobody holds it */
    private record Lease(long epoch, Optional<Instant> until) {

        static final Lease NEVER_HELD = new Lease(0, Optional.empty());

        boolean holds(Instant now) {
            return until.filter(now::isBefore).isPresent();
        }

        /** Whether the claim is the last one made and has not been given back. */
        boolean isOf(Claim claim) {
            return epoch == claim.epoch() && until.isPresent();
        }
    }

    /** Puts a change back as it stood, without a word in the history. */
    void restore(Change change, Instant dueAt) {
        rows.put(change.id(), new Row(change, 0, dueAt));
    }

    /** @param until until when the customer is held; empty while nobody holds it */
    void restoreLease(CustomerId customer, long epoch, Optional<Instant> until) {
        leases.put(customer, new Lease(epoch, until));
    }

    /** Empty while nobody holds the customer. */
    Optional<Instant> heldUntil(CustomerId customer) {
        return lease(customer).until();
    }

    @Override
    public synchronized Acceptance accept(Reader writer, Change wish) {
        if (customers.find(writer, wish.customer()).isEmpty()) {
            return new Acceptance.NotPermitted();
        }
        if (rows.containsKey(wish.id())) {
            return new Acceptance.Known(row(wish.id()).change());
        }
        var open = open(wish.customer());
        if (open.isPresent()) {
            return new Acceptance.Occupied(occupant(open.get()));
        }
        var now = clock.instant();
        var quarantine = quarantineUntil(wish.customer()).filter(now::isBefore);
        var accepted = with(
                wish,
                new ChangeState.Requested(quarantine.map(until -> new Waiting(Cause.QUARANTINE, until)), 0),
                List.of());
        keep(new Row(accepted, 0, quarantine.orElse(now)));
        entries.write(ChangeEntries.requested(accepted), now);
        return new Acceptance.Accepted(accepted.id());
    }

    private Occupant occupant(Change open) {
        return new Occupant(open.id(), people.name(open.who()).orElse(""), open.askedAt(), open.seen(), open.wanted());
    }

    @Override
    public synchronized Optional<Receipt> find(Reader reader, UUID change) {
        return Optional.ofNullable(rows.get(change))
                .map(Row::change)
                .filter(found -> people.sees(reader, found.customer()))
                .map(found -> new Receipt(
                        found,
                        people.name(found.who()),
                        customers
                                .find(Reader.EVERYTHING, found.customer())
                                .map(KnownCustomer::domain)
                                .orElse("")));
    }

    @Override
    public synchronized Optional<Claim> claim(String node, Duration lease) {
        var now = clock.instant();
        return rows.values().stream()
                .filter(row -> row.change().state() instanceof ChangeState.Open)
                .filter(row -> !row.dueAt().isAfter(now))
                .filter(row -> !lease(row.change().customer()).holds(now))
                .min(Comparator.comparing(Row::dueAt))
                .map(row -> claim(row.change(), now, lease));
    }

    private Claim claim(Change change, Instant now, Duration lease) {
        var epoch = lease(change.customer()).epoch() + 1;
        leases.put(change.customer(), new Lease(epoch, Optional.of(now.plus(lease))));
        var quarantineOver =
                quarantineUntil(change.customer()).filter(now::isBefore).isEmpty();
        return new Claim(
                change,
                epoch,
                now,
                quarantineOver,
                listed(change.customer()),
                superseded(change.customer(), now),
                customers.unsettled(change.customer()),
                Optional.empty());
    }

    private boolean listed(CustomerId customer) {
        return customers
                .find(Reader.EVERYTHING, customer)
                .flatMap(KnownCustomer::relationshipEndedAt)
                .isEmpty();
    }

    private Set<SpendingLimit> superseded(CustomerId customer, Instant now) {
        return rows.values().stream()
                .map(Row::change)
                .filter(change -> change.customer().equals(customer))
                .filter(change -> change.state() instanceof ChangeState.Confirmed confirmed
                        && confirmed.at().plus(timing.readStaleness()).isAfter(now))
                .map(Change::seen)
                .filter(seen -> customers
                        .find(Reader.EVERYTHING, customer)
                        .flatMap(KnownCustomer::budget)
                        .filter(known -> known.limit().equals(seen))
                        .isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
        var now = clock.instant();
        var customer = claim.change().customer();
        // What was read under this lease may be as old as the lease is; a lease that is over is too old to send on.
        if (!lease(customer).isOf(claim) || !lease(customer).holds(now)) {
            return Optional.empty();
        }
        var row = row(claim.change().id());
        var attempt = new Attempt(
                row.change().attempts().size() + 1,
                send.request(),
                UUID.randomUUID(),
                send.readBefore(),
                now,
                Optional.empty());
        var intended = claim.sending(attempt);
        keep(new Row(intended.change(), row.tries(), now.plus(lease)));
        leases.put(customer, new Lease(claim.epoch(), Optional.of(now.plus(lease))));
        entries.write(ChangeEntries.sending(intended.change(), attempt), now);
        return Optional.of(intended);
    }

    @Override
    public synchronized void release(Claim claim) {
        var customer = claim.change().customer();
        if (lease(customer).isOf(claim)) {
            leases.put(customer, new Lease(claim.epoch(), Optional.empty()));
        }
    }

    @Override
    public synchronized void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
        var customer = claim.change().customer();
        if (!lease(customer).isOf(claim)) {
            return;
        }
        var now = clock.instant();
        var row = row(claim.change().id());
        var answered = with(row.change(), row.change().state(), answered(row.change(), end));
        // The quarantine that the transition counts from is the one that the answer leaves.
        keep(new Row(answered, row.tries(), row.dueAt()));
        keep(follow(row(answered.id()), transition, now));
        ChangeEntries.of(answered, transition).ifPresent(draft -> entries.write(draft, now));
        leases.put(customer, new Lease(claim.epoch(), Optional.empty()));
    }

    private static List<Attempt> answered(Change change, Optional<Attempt.End> end) {
        if (end.isEmpty()) {
            return change.attempts();
        }
        var attempts = new ArrayList<>(change.attempts());
        var last = attempts.removeLast();
        attempts.add(new Attempt(
                last.number(), last.request(), last.correlation(), last.readBefore(), last.intendedAt(), end));
        return attempts;
    }

    private Row follow(Row row, Next.Transition transition, Instant now) {
        var change = row.change();
        return switch (transition) {
            case Next.Wait(var cause, var pause, var detail) -> {
                var until = now.plus(pause);
                var tries = row.tries() + 1;
                var waiting = new ChangeState.Requested(Optional.of(new Waiting(cause, until)), tries);
                yield new Row(with(change, waiting, change.attempts()), tries, until);
            }
            case Next.LoseSight(var trouble, var correlation, var pause) -> {
                var certainBy = certainBy(change);
                yield unknown(
                        row,
                        new ChangeState.Unknown(
                                trouble,
                                now,
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                nextCheck(now, pause, certainBy),
                                certainBy));
            }
            case Next.KeepLooking(var shown, var pause) -> {
                var before = (ChangeState.Unknown) change.state();
                var certainBy = certainBy(change);
                yield unknown(
                        row,
                        new ChangeState.Unknown(
                                before.trouble(),
                                before.since(),
                                shown,
                                Optional.of(now),
                                before.checks() + 1,
                                nextCheck(now, pause, certainBy),
                                certainBy));
            }
            case Next.Confirm(var evidence, var status, var correlation) ->
                ended(row, new ChangeState.Confirmed(evidence, correlation, now));
            case Next.Refuse(var refusal, var step) -> ended(row, new ChangeState.Refused(refusal, step, now));
            case Next.RuleOut(var shown, var correlation) -> ended(row, new ChangeState.NotApplied(shown, now));
            case Next.StandBack(var shown, var correlation) -> ended(row, new ChangeState.Conflict(shown, now));
            case Next.Dispute(var shown, var correlation) -> ended(row, new ChangeState.Disputed(shown, now));
        };
    }

    private static Row unknown(Row row, ChangeState.Unknown state) {
        return new Row(with(row.change(), state, row.change().attempts()), row.tries(), state.nextCheckAt());
    }

    private static Row ended(Row row, ChangeState.Ended state) {
        return new Row(with(row.change(), state, row.change().attempts()), row.tries(), state.at());
    }

    /** A check right at the end of the quarantine is the first that decides, so none is planned across it. */
    private static Instant nextCheck(Instant now, Duration pause, Instant certainBy) {
        var planned = now.plus(pause);
        return now.isBefore(certainBy) && planned.isAfter(certainBy) ? certainBy : planned;
    }

    private Instant certainBy(Change change) {
        return quarantineUntil(change.customer())
                .orElseThrow(() -> new IllegalStateException("Lost sight of nothing: " + change.id()));
    }

    private Optional<Instant> quarantineUntil(CustomerId customer) {
        return rows.values().stream()
                .map(Row::change)
                .filter(change -> change.customer().equals(customer))
                .flatMap(change -> change.attempts().stream())
                .filter(attempt -> !attempt.certain())
                .map(Attempt::intendedAt)
                .max(Comparator.naturalOrder())
                .map(intendedAt -> intendedAt.plus(timing.quarantine()));
    }

    private Optional<Change> open(CustomerId customer) {
        return rows.values().stream()
                .map(Row::change)
                .filter(change -> change.customer().equals(customer) && change.state() instanceof ChangeState.Open)
                .findFirst();
    }

    private Lease lease(CustomerId customer) {
        return leases.getOrDefault(customer, Lease.NEVER_HELD);
    }

    private Row row(UUID change) {
        return Optional.ofNullable(rows.get(change)).orElseThrow();
    }

    private void keep(Row row) {
        rows.put(row.change().id(), row);
        show(row.change());
    }

    private void show(Change change) {
        var who = people.name(change.who()).orElse("");
        var open = change.state() instanceof ChangeState.Open
                ? Optional.of(new OpenChange(
                        change.id(), change.state() instanceof ChangeState.Unknown, who, change.askedAt()))
                : Optional.<OpenChange>empty();
        customers.showOpenChange(change.customer(), open);
        if (change.state() instanceof ChangeState.Confirmed(var evidence, var correlation, var at)) {
            customers.learnConfirmed(change.customer(), change.seen(), change.wanted(), new LastChange(at, who));
        }
    }

    private static Change with(Change change, ChangeState state, List<Attempt> attempts) {
        return new Change(
                change.id(),
                change.customer(),
                change.customerName(),
                change.who(),
                change.seen(),
                change.wanted(),
                change.currency(),
                change.wording(),
                change.askedAt(),
                state,
                attempts,
                change.undoes());
    }
}
