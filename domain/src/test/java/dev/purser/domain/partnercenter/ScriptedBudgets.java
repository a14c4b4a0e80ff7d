package dev.purser.domain.partnercenter;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The budgets of a Partner Center in memory. Left alone it does as it is told and says so; a script gives single calls
 * another fate: late landing, lost answers, refusals, stale readings, a node that dies. It keeps a journal of what was
 * really applied, which is the truth that records are compared with.
 */
public final class ScriptedBudgets implements Budgets {

    private final StoppedClock clock;
    private final Map<CustomerId, List<Version>> versions = new HashMap<>();
    private final Deque<SendFate> sendings = new ArrayDeque<>();
    private final Deque<ReadFate> readings = new ArrayDeque<>();
    private final List<Flight> flights = new ArrayList<>();
    private final List<Order> received = new ArrayList<>();
    private final List<Applied> applied = new ArrayList<>();
    private int read;

    public ScriptedBudgets(StoppedClock clock) {
        this.clock = clock;
    }

    /** One budget that was put in force by a request of ours. */
    public record Applied(Instant at, Order order, SpendingLimit replaced) {}

    private record Version(SpendingLimit limit, Instant since) {}

    private record Flight(Order order, Instant landsAt) {}

    /** Somebody sets the budget without us. */
    public synchronized void set(CustomerId customer, SpendingLimit limit) {
        settle();
        versions(customer).add(new Version(limit, clock.instant()));
    }

    /** The budget that is in force now. */
    public synchronized SpendingLimit inForce(CustomerId customer) {
        settle();
        return versions(customer).getLast().limit();
    }

    /** Whether that budget was in force at some moment since then. */
    public synchronized boolean wasInForceSince(CustomerId customer, SpendingLimit limit, Instant since) {
        settle();
        var versions = versions(customer);
        return IntStream.range(0, versions.size())
                .anyMatch(at -> versions.get(at).limit().equals(limit)
                        && (at == versions.size() - 1
                                || versions.get(at + 1).since().isAfter(since)));
    }

    /** How often the budget has been put in force, by whomever. */
    public synchronized int timesSet(CustomerId customer) {
        settle();
        return versions(customer).size();
    }

    /** Gives the next sendings these fates, one each. */
    public synchronized void nextSendings(SendFate... fates) {
        sendings.addAll(List.of(fates));
    }

    /** Gives the next readings these fates, one each. */
    public synchronized void nextReadings(ReadFate... fates) {
        readings.addAll(List.of(fates));
    }

    /** Every order that left, whether or not it was applied, in the order of leaving. */
    public synchronized List<Order> received() {
        return List.copyOf(received);
    }

    /** Every order that was applied until now, in the order of landing. */
    public synchronized List<Applied> applied() {
        settle();
        return List.copyOf(applied);
    }

    /** Whether an order is still on its way. */
    public synchronized boolean inFlight() {
        settle();
        return !flights.isEmpty();
    }

    /** How many readings were asked for. */
    public synchronized int readings() {
        return read;
    }

    @Override
    public synchronized Reading<SpendingLimit> read(CustomerId customer) {
        settle();
        read++;
        var fate = Optional.ofNullable(readings.poll()).orElseGet(ReadFate::fresh);
        return switch (fate) {
            case ReadFate.AsOf(var age) -> new Reading.Read<>(shownBefore(customer, age), UUID.randomUUID());
            case ReadFate.Refused(var refusal) -> new Reading.Refused<>(refusal);
            case ReadFate.Throttled(var pause) -> new Reading.Throttled<>(pause, UUID.randomUUID());
            case ReadFate.Unavailable(var trouble) -> new Reading.Unavailable<>(trouble, UUID.randomUUID());
        };
    }

    @Override
    public synchronized Answer send(Order order, SendFence fence) {
        var fate = Optional.ofNullable(sendings.poll()).orElseGet(SendFate::obeyed);
        clock.passes(fate.pause());
        if (!fence.permitsSending()) {
            return new Answer.TooLate();
        }
        if (fate.leaves()) {
            received.add(order);
            fate.landsAfter()
                    .ifPresent(late ->
                            flights.add(new Flight(order, clock.instant().plus(late))));
        }
        settle();
        return fate.answer().to(order);
    }

    /** Puts in force what has landed until now, in the order of landing. */
    private void settle() {
        flights.stream()
                .filter(flight -> !flight.landsAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Flight::landsAt))
                .toList()
                .forEach(this::land);
    }

    private void land(Flight flight) {
        flights.remove(flight);
        var versions = versions(flight.order().customer());
        applied.add(
                new Applied(flight.landsAt(), flight.order(), versions.getLast().limit()));
        versions.add(new Version(flight.order().wanted(), flight.landsAt()));
    }

    private SpendingLimit shownBefore(CustomerId customer, Duration age) {
        var moment = clock.instant().minus(age);
        var versions = versions(customer);
        return versions.reversed().stream()
                .filter(version -> !version.since().isAfter(moment))
                .findFirst()
                .orElse(versions.getFirst())
                .limit();
    }

    private List<Version> versions(CustomerId customer) {
        return versions.computeIfAbsent(customer, unknown -> {
            var none = new ArrayList<Version>();
            none.add(new Version(SpendingLimit.notSet(), Instant.MIN));
            return none;
        });
    }
}
