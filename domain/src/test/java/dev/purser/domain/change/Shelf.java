package dev.purser.domain.change;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.StoredChanges.Age;
import dev.purser.domain.change.StoredChanges.Lease;
import dev.purser.domain.change.StoredChanges.Standing;
import dev.purser.domain.change.StoredChanges.Stored;
import dev.purser.domain.change.StoredChanges.Tried;
import dev.purser.domain.customer.InMemoryCustomers;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Turns what is stored into real {@link InMemoryChanges} and back, so that claims, leases, epochs and quarantines are
 * those that keep the contract of {@link Changes}, and none of them is written a second time.
 *
 * @param timing what the design under test makes of the times
 * @param wanted the budgets that the changes ask for, in the order in which they are accepted
 */
record Shelf(Timing timing, List<SpendingLimit> wanted) {

    /** The times that the world keeps. */
    static final Timing WORLD = new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));

    static final CustomerId CUSTOMER = new CustomerId(new AccountName("emea"), new UUID(0, 1));

    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final StoppedClock CLOCK = new StoppedClock();
    private static final PersonId ADA = new PersonId(new UUID(0, 2));
    private static final UUID ANY = new UUID(7, 7);
    private static final long LAST_EPOCH = 10;

    /** What was done, and what is stored since. */
    record Done<T>(T result, StoredChanges stored) {}

    Done<Boolean> accept(StoredChanges stored, SpendingLimit seen) {
        var changes = restored(stored);
        var number = stored.changes().size() + 1;
        var asked = new Stored(seen, Standing.REQUESTED, Age.FRESH, List.of());
        var accepted =
                changes.accept(Reader.EVERYTHING, change(number, asked, now())) instanceof Changes.Acceptance.Accepted;
        return new Done<>(accepted, stored(changes, accepted ? number : number - 1));
    }

    Done<Optional<Claim>> claim(StoredChanges stored) {
        var changes = restored(stored);
        var claim = changes.claim("node", LEASE).map(this::typical);
        return new Done<>(claim, stored(changes, stored.changes().size()));
    }

    Done<Optional<Claim>> intend(StoredChanges stored, Holding holding, Claim claim, Next.Send send) {
        var changes = restored(stored);
        var intended = changes.intend(holding.of(claim), send, LEASE).map(this::typical);
        return new Done<>(intended, stored(changes, stored.changes().size()));
    }

    StoredChanges record(
            StoredChanges stored, Holding holding, Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
        var changes = restored(stored);
        changes.record(holding.of(claim), transition, end);
        return stored(changes, stored.changes().size());
    }

    /** Whether a claim is the last one that was made. */
    enum Holding {
        CURRENT(LAST_EPOCH),
        TAKEN_OVER(LAST_EPOCH - 1);

        private final long epoch;

        Holding(long epoch) {
            this.epoch = epoch;
        }

        private Claim of(Claim claim) {
            return new Claim(
                    claim.change(),
                    epoch,
                    claim.at(),
                    claim.quarantineOver(),
                    claim.listed(),
                    claim.superseded(),
                    claim.unsettled(),
                    claim.recorded());
        }
    }

    static int number(Change change) {
        return (int) change.id().getLeastSignificantBits();
    }

    private static Instant now() {
        return CLOCK.instant();
    }

    private InMemoryChanges restored(StoredChanges stored) {
        var people = new KnownPeople();
        var customers = new InMemoryCustomers(CLOCK, people, timing.readStaleness());
        customers.learn(CUSTOMER.account(), List.of(new Relationships.Customer(CUSTOMER.tenant(), "Contoso", "")));
        var changes = new InMemoryChanges(CLOCK, timing, people, customers, new WrittenEntries());
        var quarantineUntil = stored.changes().stream()
                .flatMap(change -> change.attempts().stream())
                .filter(tried -> !tried.certain())
                .map(tried -> intendedAt(tried).plus(timing.quarantine()))
                .max(Instant::compareTo)
                .orElse(now());
        for (var number = 1; number <= stored.changes().size(); number++) {
            var change = stored.change(number);
            changes.restore(change(number, change, quarantineUntil), dueAt(change, stored.lease(), quarantineUntil));
        }
        changes.restoreLease(CUSTOMER, LAST_EPOCH, heldUntil(stored.lease()));
        return changes;
    }

    /** Every pause may be over; only leases and quarantines are waited for. */
    private static Instant dueAt(Stored change, Lease lease, Instant quarantineUntil) {
        return switch (change.standing()) {
            case HELD_BACK -> quarantineUntil;
            case SUBMITTING -> heldUntil(lease).orElse(now());
            case REQUESTED, UNKNOWN, CONFIRMED, REFUSED, NOT_APPLIED, CONFLICT, DISPUTED, UNREADABLE -> now();
        };
    }

    private static Optional<Instant> heldUntil(Lease lease) {
        return switch (lease) {
            case FREE -> Optional.empty();
            case HELD -> Optional.of(now().plus(LEASE));
            case OVER -> Optional.of(now());
        };
    }

    private static Instant intendedAt(Tried tried) {
        return switch (tried.age()) {
            case FRESH -> now();
            case CLOSED -> now().minus(WORLD.sendFence());
            case LANDED -> now().minus(WORLD.sendFence().plus(WORLD.landingWindow()));
            case SETTLED -> now().minus(WORLD.quarantine());
        };
    }

    private static Age age(Instant intendedAt) {
        var ago = Duration.between(intendedAt, now());
        if (ago.compareTo(WORLD.quarantine()) >= 0) {
            return Age.SETTLED;
        }
        if (ago.compareTo(WORLD.sendFence().plus(WORLD.landingWindow())) >= 0) {
            return Age.LANDED;
        }
        return ago.compareTo(WORLD.sendFence()) >= 0 ? Age.CLOSED : Age.FRESH;
    }

    private Change change(int number, Stored stored, Instant quarantineUntil) {
        var id = id(number);
        var attempts = new ArrayList<Attempt>();
        for (var tried : stored.attempts()) {
            var request = tried.again()
                    ? attempts.getLast().request()
                    : attempts.isEmpty() ? id : new UUID(2, attempts.size() + 1L);
            attempts.add(new Attempt(
                    attempts.size() + 1,
                    request,
                    new UUID(3, attempts.size() + 1L),
                    tried.readBefore(),
                    intendedAt(tried),
                    tried.end()));
        }
        return new Change(
                id,
                CUSTOMER,
                "Contoso",
                ADA,
                stored.seen(),
                wanted.get(number - 1),
                BillingCurrency.unknown(),
                new Wording("", "modelled", Optional.empty()),
                now(),
                state(stored, quarantineUntil),
                attempts,
                Optional.empty());
    }

    private static ChangeState state(Stored stored, Instant quarantineUntil) {
        var shown = SpendingLimit.notSet();
        return switch (stored.standing()) {
            case REQUESTED -> new ChangeState.Requested(Optional.empty(), 0);
            case HELD_BACK ->
                new ChangeState.Requested(Optional.of(new Waiting(Waiting.Cause.QUARANTINE, quarantineUntil)), 0);
            case SUBMITTING -> new ChangeState.Submitting(now());
            case UNKNOWN ->
                new ChangeState.Unknown(
                        new Trouble(Trouble.Kind.BROKEN_OFF, ""),
                        now(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        now(),
                        now());
            case CONFIRMED ->
                new ChangeState.Confirmed(
                        Evidence.ANSWER, ANY, stored.age() == Age.FRESH ? now() : now().minus(WORLD.readStaleness()));
            case REFUSED ->
                new ChangeState.Refused(
                        new Refusal(403, Optional.empty(), "", ANY), ChangeState.Refused.Step.SENDING, now());
            case NOT_APPLIED -> new ChangeState.NotApplied(shown, now());
            case CONFLICT -> new ChangeState.Conflict(shown, now());
            case DISPUTED -> new ChangeState.Disputed(Optional.of(shown), now());
            case UNREADABLE -> new ChangeState.Disputed(Optional.empty(), now());
        };
    }

    /** The same claim without what tells it from others like it. */
    private Claim typical(Claim claim) {
        var change = stored(claim.change());
        var attempts = change.attempts().stream()
                .map(tried -> new Tried(tried.again(), tried.readBefore(), tried.end(), Age.FRESH))
                .toList();
        var timeless = new Stored(change.seen(), change.standing(), Age.FRESH, attempts);
        return new Claim(
                change(number(claim.change()), timeless, now()),
                0,
                now(),
                claim.quarantineOver(),
                claim.listed(),
                claim.superseded(),
                claim.unsettled(),
                claim.recorded());
    }

    private static StoredChanges stored(InMemoryChanges changes, int count) {
        var lease = changes.heldUntil(CUSTOMER)
                .map(until -> now().isBefore(until) ? Lease.HELD : Lease.OVER)
                .orElse(Lease.FREE);
        return new StoredChanges(
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> changes.find(Reader.EVERYTHING, id(number)))
                        .map(found -> stored(found.orElseThrow().change()))
                        .toList(),
                lease);
    }

    private static Stored stored(Change change) {
        var attempts = change.attempts();
        return new Stored(
                change.seen(),
                standing(change.state()),
                change.state() instanceof ChangeState.Confirmed(var evidence, var correlation, var at)
                                && !at.equals(now())
                        ? Age.SETTLED
                        : Age.FRESH,
                IntStream.range(0, attempts.size())
                        .mapToObj(index -> {
                            var attempt = attempts.get(index);
                            return new Tried(
                                    index > 0
                                            && attempt.request()
                                                    .equals(attempts.get(index - 1)
                                                            .request()),
                                    attempt.readBefore(),
                                    attempt.end(),
                                    attempt.certain() ? Age.FRESH : age(attempt.intendedAt()));
                        })
                        .toList());
    }

    private static Standing standing(ChangeState state) {
        return switch (state) {
            case ChangeState.Requested(var waiting, var tries) ->
                waiting.filter(it -> it.cause() == Waiting.Cause.QUARANTINE).isPresent()
                        ? Standing.HELD_BACK
                        : Standing.REQUESTED;
            case ChangeState.Submitting submitting -> Standing.SUBMITTING;
            case ChangeState.Unknown unknown -> Standing.UNKNOWN;
            case ChangeState.Confirmed confirmed -> Standing.CONFIRMED;
            case ChangeState.Refused refused -> Standing.REFUSED;
            case ChangeState.NotApplied notApplied -> Standing.NOT_APPLIED;
            case ChangeState.Conflict conflict -> Standing.CONFLICT;
            case ChangeState.Disputed(var shown, var at) -> shown.isPresent() ? Standing.DISPUTED : Standing.UNREADABLE;
        };
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }
}
