package dev.purser.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The simulated customers and their budgets. Safe for use by several threads. */
public final class World {

    /** JSON may say 1e999999999, which in plain digits would fill the memory. */
    private static final int MOST_DIGITS = 40;

    private final InstantSource clock;
    private final Journal journal;
    private final Memory memory;
    private final Map<UUID, SimulatedCustomer> customers = new LinkedHashMap<>();
    private final List<SimulatedCustomer> inOrder;
    private final Map<UUID, BigDecimal> budgets = new HashMap<>();
    private final Map<UUID, List<Reading>> readings = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();

    /** What readers see from a moment on. */
    private record Reading(Optional<BigDecimal> budget, Instant from) {}

    /** What is remembered happens again, as far as the customers are there, without entering the journal. */
    World(List<SeededCustomer> seeded, Journal journal, Memory memory, InstantSource clock) {
        this.clock = clock;
        this.journal = journal;
        this.memory = memory;
        for (SeededCustomer one : seeded) {
            SimulatedCustomer customer = one.customer();
            customers.put(customer.id(), customer);
            one.budget().ifPresent(amount -> budgets.put(customer.id(), amount));
        }
        this.inOrder = List.copyOf(customers.values());
        memory.remembered().stream()
                .filter(change -> customers.containsKey(change.customer()))
                .forEach(this::takeEffect);
    }

    /** Every customer there ever was, ended relationships included; the {@link KnownCustomers} come first. */
    public List<SimulatedCustomer> customers() {
        return inOrder;
    }

    /** @throws NoSuchElementException when there is no such customer */
    public SimulatedCustomer customer(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no simulated customer " + id));
    }

    public Optional<SimulatedCustomer> find(UUID id) {
        return Optional.ofNullable(customers.get(id));
    }

    /** The customer with exactly this name. */
    public Optional<SimulatedCustomer> named(String name) {
        return customers.values().stream()
                .filter(customer -> customer.name().equals(name))
                .findFirst();
    }

    /** The budget now in force in the customer's currency, or empty when none is set. */
    public synchronized Optional<BigDecimal> budget(UUID customer) {
        return Optional.ofNullable(budgets.get(customer(customer).id()));
    }

    /** The budget as a reader sees it, which may be older than the one in force. */
    synchronized Optional<BigDecimal> budgetAsRead(UUID customer) {
        List<Reading> later = readings.get(customer);
        if (later == null) {
            return budget(customer);
        }
        Instant now = clock.instant();
        int seen = later.size() - 1;
        while (later.get(seen).from().isAfter(now)) {
            seen--;
        }
        return later.get(seen).budget();
    }

    /**
     * Changes a budget without the API, as somebody would in Microsoft's portal; null removes it.
     *
     * @throws IllegalArgumentException when the amount is below zero or absurdly long
     */
    public void setBudgetOutside(UUID customer, @Nullable BigDecimal amount) {
        editOutside(customer, new Fault.Edit.Set(Optional.ofNullable(amount)));
    }

    synchronized void editOutside(UUID customer, Fault.Edit edit) {
        Optional<BigDecimal> before = budget(customer);
        Optional<BigDecimal> after = switch (edit) {
            case Fault.Edit.Set(Optional<BigDecimal> amount) -> amount;
            case Fault.Edit.Add(BigDecimal more) ->
                Optional.of(before.orElse(BigDecimal.ZERO).add(more).max(BigDecimal.ZERO));
        };
        Change change = new Change(
                customer, before, after.map(World::plain), CallIds.madeUp(), Origin.OUTSIDE, Optional.empty());
        apply(change, Duration.ZERO);
    }

    /** The customer leaves the lists, and its own addresses answer 403 with code 20002. */
    public synchronized void endRelationship(UUID customer) {
        remember(new Remembered.RelationshipEnded(customer(customer).id()));
    }

    /** Undoes {@link #endRelationship}. */
    public synchronized void resumeRelationship(UUID customer) {
        remember(new Remembered.RelationshipResumed(customer(customer).id()));
    }

    public synchronized boolean hasRelationship(UUID customer) {
        return !ended.contains(customer(customer).id());
    }

    /**
     * Answers the budget that this change set, whatever another one may have made of it since.
     *
     * @param unseen how long readers do not see it
     */
    synchronized Optional<BigDecimal> applyByCall(
            UUID customer, Optional<BigDecimal> amount, ApiCall call, Duration unseen) {
        Change change = new Change(
                customer,
                budget(customer),
                amount.map(World::plain),
                call.ids(),
                Origin.API,
                Optional.of(call.number()));
        apply(change, unseen);
        return change.after();
    }

    private void apply(Change change, Duration unseen) {
        Instant now = clock.instant();
        remember(new Remembered.Budget(change.customer(), change.after(), change.origin()));
        if (unseen.isPositive()) {
            readings.computeIfAbsent(
                            change.customer(), _ -> new ArrayList<>(List.of(new Reading(change.before(), Instant.MIN))))
                    .add(new Reading(change.after(), now.plus(unseen)));
        } else {
            // What is seen at once ends whatever staleness there was.
            readings.remove(change.customer());
        }
        // Under the same lock as the change, so that the journal has the order in which the changes took effect.
        journal.record(change, now.plus(unseen));
    }

    /** First remembered and then in effect, so that what cannot be remembered does not happen. */
    private synchronized void remember(Remembered change) {
        memory.add(change);
        takeEffect(change);
    }

    private synchronized void takeEffect(Remembered change) {
        switch (change) {
            case Remembered.Budget(UUID customer, Optional<BigDecimal> amount, Origin _) ->
                amount.ifPresentOrElse(value -> budgets.put(customer, value), () -> budgets.remove(customer));
            case Remembered.RelationshipEnded(UUID customer) -> ended.add(customer);
            case Remembered.RelationshipResumed(UUID customer) -> ended.remove(customer);
        }
    }

    /** Whether an amount can be a budget: not below zero, and of a length that can be printed in plain digits. */
    static boolean canBeBudget(BigDecimal amount) {
        return amount.signum() >= 0
                && amount.precision() <= MOST_DIGITS
                && Math.abs((long) amount.scale()) <= MOST_DIGITS;
    }

    private static BigDecimal plain(BigDecimal amount) {
        if (!canBeBudget(amount)) {
            throw new IllegalArgumentException("no budget can be " + amount);
        }
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}
