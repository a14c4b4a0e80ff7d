package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Carries accepted changes to Microsoft and settles what became of them. Runs on any number of threads of any number of
 * nodes; only this use case ever sends a budget.
 */
public final class CarryOutChanges {

    /**
     * How long a claim lasts. From an intent it has to cover the fence (10 s), opening a connection (5 s) and the answer
     * (30 s); twice that, for a node under load. A reading, with its tokens, may outlive it: then its intent is refused.
     */
    private static final Duration LEASE = Duration.ofSeconds(90);

    /** A connection that broke is replaced at once; a server that is started anew, or replaced, takes seconds. */
    private static final Duration FIRST_REST = Duration.ofMillis(100);

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Changes changes;
    private final Customers customers;
    private final Budgets budgets;
    private final Timing timing;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Rest rest;
    private final String node;
    private volatile boolean ending;

    /**
     * @param nanos a monotonic clock in nanoseconds
     * @param rest lets that much time pass; what it throws ends what is under way
     * @param node the name of this node, for the operators
     */
    public CarryOutChanges(
            Changes changes,
            Customers customers,
            Budgets budgets,
            Timing timing,
            InstantSource clock,
            LongSupplier nanos,
            Rest rest,
            String node) {
        this.changes = changes;
        this.customers = customers;
        this.budgets = budgets;
        this.timing = timing;
        this.clock = clock;
        this.nanos = nanos;
        this.rest = rest;
        this.node = node;
    }

    /** What is done between two tries. */
    @FunctionalInterface
    public interface Rest {

        /** Tells those who run the portal of the failure, and lets that much time pass. */
        void after(RuntimeException failure, Duration time);
    }

    /**
     * Takes one step of one change that is due.
     *
     * @return whether there was one; if not, there is nothing to do at the moment
     */
    public boolean next() {
        var claim = changes.claim(node, LEASE);
        claim.ifPresent(this::carryOn);
        return claim.isPresent();
    }

    /**
     * From now on nothing more is sent, for its answer might not be lived to see: what was not begun is given back as it was.
     * What is being sent goes on.
     */
    public void beginNoMore() {
        ending = true;
    }

    private void carryOn(Claim claim) {
        switch (claim.change().state()) {
            case ChangeState.Requested requested -> follow(claim, begin(claim));
            case ChangeState.Unknown unknown -> follow(claim, settle(claim));
            // Its lease was over, so whoever sent it did not live to record the answer.
            case ChangeState.Submitting submitting ->
                changes.record(
                        claim,
                        new Next.LoseSight(
                                new Trouble(Trouble.Kind.PORTAL_STOPPED, ""),
                                claim.change().attempts().getLast().correlation(),
                                Duration.ZERO),
                        Optional.of(Attempt.End.LOST));
            case ChangeState.Ended ended ->
                throw new IllegalStateException(
                        "A change that has ended was claimed: " + claim.change().id());
        }
    }

    private Next begin(Claim claim) {
        if (claim.recorded().isPresent()) {
            return proven(claim, claim.recorded().get());
        }
        var reading = budgets.read(claim.change().customer());
        var next = claim.change().afterReading(reading, claim.provesNothing(reading));
        // What is sent next tells more than this reading, which would only be written for nothing.
        if (!(next instanceof Next.Send)) {
            learn(claim, reading);
        }
        return next;
    }

    private Next settle(Claim claim) {
        if (claim.recorded().isPresent()) {
            return proven(claim, claim.recorded().get());
        }
        var reading = budgets.read(claim.change().customer());
        learn(claim, reading);
        var superseded = claim.provesNothing(reading);
        return claim.listed()
                ? claim.change().afterReadBack(reading, claim.quarantineOver(), superseded)
                : claim.change().afterReadBackUnlisted(reading, claim.quarantineOver(), superseded);
    }

    /** A record tells what was, so that what is has to be read beside it. */
    private Next proven(Claim claim, UUID correlation) {
        learn(claim, budgets.read(claim.change().customer()));
        return claim.change().afterRecord(correlation);
    }

    /** It was asked for after the claim, and not before. */
    private void learn(Claim claim, Reading<SpendingLimit> reading) {
        if (reading instanceof Reading.Read<SpendingLimit>(var shown, var correlation)) {
            customers.learnBudget(claim.change().customer(), shown, claim.at());
        }
    }

    private void follow(Claim claim, Next next) {
        switch (next) {
            case Next.Transition transition -> changes.record(claim, transition, Optional.empty());
            case Next.Send send -> send(claim, send);
        }
    }

    private void send(Claim claim, Next.Send send) {
        if (ending) {
            changes.release(claim);
            return;
        }
        var leaseEnds = nanos.getAsLong() + LEASE.toNanos();
        var fence = SendFence.raise(clock, nanos, timing.sendFence());
        changes.intend(claim, send, LEASE).ifPresent(intended -> {
            var change = intended.change();
            var attempt = change.attempts().getLast();
            var answer = budgets.send(
                    new Budgets.Order(change.customer(), change.wanted(), attempt.request(), attempt.correlation()),
                    fence);
            recordAnswer(intended, answer, leaseEnds);
        });
    }

    /**
     * Nobody else knows the answer. Where the database is away, it is tried again for as long as the lease lasts, as nobody
     * else looks at the change before. Where only the word that it was recorded got lost, the claim was given back with it,
     * and the next try writes nothing.
     */
    private void recordAnswer(Claim intended, Answer answer, long leaseEnds) {
        var transition = intended.change().afterAnswer(answer);
        var end = Optional.of(intended.change().end(answer));
        var pause = FIRST_REST;
        while (true) {
            try {
                changes.record(intended, transition, end);
                return;
            } catch (RuntimeException away) {
                if (leaseEnds - nanos.getAsLong() < pause.toNanos()) {
                    throw away;
                }
                rest.after(away, pause);
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? pause.multipliedBy(2) : LONGEST_REST;
        }
    }
}
