package dev.purser.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What is to go wrong. Only requests that would otherwise be served meet a fault: one refused for its token or its
 * customer uses up nothing. Of several rules that fit, the oldest {@code next} strikes; without one, the oldest random
 * rule whose draw hits.
 */
public final class Faults {

    private final List<FaultRule.Next> next = new ArrayList<>();
    private final List<FaultRule.Randomly> random = new ArrayList<>();
    private final Map<Long, SplittableRandom> draws = new HashMap<>();
    private long lastId;

    Faults() {}

    /** Strikes the next {@code times} requests of this route for this customer. */
    public void next(UUID customer, Route route, Fault fault, int times) {
        addNext(Optional.of(customer), route, fault, times);
    }

    /** Strikes the next {@code times} requests of this route, whomever they are for. */
    public void next(Route route, Fault fault, int times) {
        addNext(Optional.empty(), route, fault, times);
    }

    /** Strikes about {@code percent} of the requests of this route; the same seed hits the same ones again. */
    public void randomly(Route route, double percent, long seed, Fault fault) {
        addRandomly(Optional.empty(), route, percent, seed, fault);
    }

    /** Strikes about {@code percent} of the requests of this route for this customer. */
    public void randomly(UUID customer, Route route, double percent, long seed, Fault fault) {
        addRandomly(Optional.of(customer), route, percent, seed, fault);
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        next.clear();
        random.clear();
        draws.clear();
    }

    /** Takes one rule back; says whether there was such a rule. */
    public synchronized boolean remove(long id) {
        draws.remove(id);
        boolean wasNext = next.removeIf(rule -> rule.id() == id);
        boolean wasRandom = random.removeIf(rule -> rule.id() == id);
        return wasNext || wasRandom;
    }

    /** The rules still in force. */
    public synchronized List<FaultRule> rules() {
        List<FaultRule> rules = new ArrayList<>(next);
        rules.addAll(random);
        return List.copyOf(rules);
    }

    synchronized void addNext(Optional<UUID> customer, Route route, Fault fault, int times) {
        next.add(new FaultRule.Next(++lastId, customer, route, fault, times));
    }

    synchronized void addRandomly(Optional<UUID> customer, Route route, double percent, long seed, Fault fault) {
        random.add(new FaultRule.Randomly(++lastId, customer, route, fault, percent, seed));
        draws.put(lastId, new SplittableRandom(seed));
    }

    /** The fault that this request meets; a {@code next} rule is thereby used once. */
    synchronized Optional<Fault> meet(Route route, Optional<UUID> customer) {
        for (int i = 0; i < next.size(); i++) {
            FaultRule.Next rule = next.get(i);
            if (fits(rule, route, customer)) {
                useOnce(i, rule);
                return Optional.of(rule.fault());
            }
        }
        return random.stream()
                .filter(rule -> fits(rule, route, customer))
                .filter(rule -> hits(rule))
                .map(FaultRule.Randomly::fault)
                .findFirst();
    }

    private void useOnce(int position, FaultRule.Next rule) {
        if (rule.times() == 1) {
            next.remove(position);
        } else {
            next.set(
                    position,
                    new FaultRule.Next(rule.id(), rule.customer(), rule.route(), rule.fault(), rule.times() - 1));
        }
    }

    private boolean hits(FaultRule.Randomly rule) {
        SplittableRandom draw = draws.get(rule.id());
        return draw != null && draw.nextDouble() * 100 < rule.percent();
    }

    private static boolean fits(FaultRule rule, Route route, Optional<UUID> customer) {
        return rule.route() == route
                && (rule.customer().isEmpty() || rule.customer().equals(customer));
    }
}
