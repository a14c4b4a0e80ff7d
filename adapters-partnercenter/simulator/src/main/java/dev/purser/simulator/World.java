package dev.purser.simulator;

import java.math.BigDecimal;
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

    private final Journal journal;
    private final Memory memory;
    private final Map<UUID, SimulatedCustomer> customers = new LinkedHashMap<>();
    private final Map<UUID, BigDecimal> budgets = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();

    /** What is remembered happens again, as far as the customers are there, without entering the journal. */
    World(List<SeededCustomer> seeded, Journal journal, Memory memory) {
        this.journal = journal;
        this.memory = memory;
        for (SeededCustomer one : seeded) {
            SimulatedCustomer customer = one.customer();
            customers.put(customer.id(), customer);
            one.budget().ifPresent(amount -> budgets.put(customer.id(), amount));
        }
        memory.remembered().stream()
                .filter(change -> customers.containsKey(change.customer()))
                .forEach(this::takeEffect);
    }

    /** Every customer there ever was, ended relationships included; the {@link KnownCustomers} come first. */
    public List<SimulatedCustomer> customers() {
        return List.copyOf(customers.values());
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

    /**
     * Changes a budget without the API, as somebody would in Microsoft's portal; null removes it.
     *
     * @throws IllegalArgumentException when the amount is below zero or absurdly long
     */
    public void setBudgetOutside(UUID customer, @Nullable BigDecimal amount) {
        Optional<BigDecimal> _ = apply(customer, Optional.ofNullable(amount), CallIds.madeUp(), Origin.OUTSIDE);
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

    /** Answers the budget that this change set, whatever another one may have made of it since. */
    Optional<BigDecimal> applyByCall(UUID customer, Optional<BigDecimal> amount, CallIds ids) {
        return apply(customer, amount, ids, Origin.API);
    }

    private synchronized Optional<BigDecimal> apply(
            UUID customer, Optional<BigDecimal> amount, CallIds ids, Origin origin) {
        Optional<BigDecimal> before = budget(customer);
        Optional<BigDecimal> after = amount.map(World::plain);
        remember(new Remembered.Budget(customer, after, origin));
        // Under the same lock as the change, so that the journal has the order in which the changes took effect.
        journal.record(customer, before, after, ids, origin);
        return after;
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
