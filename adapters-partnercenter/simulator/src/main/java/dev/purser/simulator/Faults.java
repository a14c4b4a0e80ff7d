package dev.purser.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What is to go wrong. Only requests that would otherwise be served meet a fault: one refused for its token or its
 * customer uses up nothing. At most one rule strikes a request: of those that fit, the oldest without a chance; without
 * one, the oldest whose draw hits.
 */
public final class Faults {

    private final Map<Route, List<FaultRule>> rules = new EnumMap<>(Route.class);
    private final Map<Long, SplittableRandom> draws = new HashMap<>();
    private long lastId;

    Faults() {}

    /** Strikes the next {@code times} requests of this route for this customer. */
    public void next(UUID customer, Route route, Fault fault, int times) {
        add(Optional.of(customer), route, fault, 0, Optional.of(times), Optional.empty());
    }

    /** Strikes the next {@code times} requests of this route, whomever they are for. */
    public void next(Route route, Fault fault, int times) {
        add(Optional.empty(), route, fault, 0, Optional.of(times), Optional.empty());
    }

    /** Strikes about {@code percent} of the requests of this route; the same seed hits the same ones again. */
    public void randomly(Route route, double percent, long seed, Fault fault) {
        add(Optional.empty(), route, fault, 0, Optional.empty(), Optional.of(new FaultRule.Chance(percent, seed)));
    }

    /** Strikes about {@code percent} of the requests of this route for this customer. */
    public void randomly(UUID customer, Route route, double percent, long seed, Fault fault) {
        add(Optional.of(customer), route, fault, 0, Optional.empty(), Optional.of(new FaultRule.Chance(percent, seed)));
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        rules.clear();
        draws.clear();
    }

    /** Takes one rule back; says whether there was such a rule. */
    public synchronized boolean remove(long id) {
        draws.remove(id);
        boolean found = false;
        for (List<FaultRule> ofRoute : rules.values()) {
            found |= ofRoute.removeIf(rule -> rule.id() == id);
        }
        return found;
    }

    /** The rules still in force, the oldest first. */
    public synchronized List<FaultRule> rules() {
        return rules.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(FaultRule::id))
                .toList();
    }

    /** Adds a rule and answers its id. */
    synchronized long add(
            Optional<UUID> customer,
            Route route,
            Fault fault,
            int skip,
            Optional<Integer> times,
            Optional<FaultRule.Chance> chance) {
        FaultRule rule = new FaultRule(lastId + 1, customer, route, fault, skip, times, chance);
        lastId = rule.id();
        rules.computeIfAbsent(route, _ -> new ArrayList<>()).add(rule);
        chance.ifPresent(share -> draws.put(rule.id(), new SplittableRandom(share.seed())));
        return rule.id();
    }

    /** The fault that this request meets; its rule is thereby used once. */
    synchronized Optional<Fault> meet(Route route, Optional<UUID> customer) {
        List<FaultRule> ofRoute = rules.getOrDefault(route, List.of());
        return strike(ofRoute, customer, false).or(() -> strike(ofRoute, customer, true));
    }

    private Optional<Fault> strike(List<FaultRule> ofRoute, Optional<UUID> customer, boolean byChance) {
        for (int i = 0; i < ofRoute.size(); i++) {
            FaultRule rule = ofRoute.get(i);
            boolean fits = rule.chance().isPresent() == byChance
                    && (rule.customer().isEmpty() || rule.customer().equals(customer));
            if (fits && rule.skip() > 0) {
                ofRoute.set(i, rule.skippedOnce());
            } else if (fits && hits(rule)) {
                useOnce(ofRoute, i, rule);
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    private void useOnce(List<FaultRule> ofRoute, int position, FaultRule rule) {
        Optional<FaultRule> left = rule.struckOnce();
        if (left.isPresent()) {
            ofRoute.set(position, left.get());
        } else {
            ofRoute.remove(position);
            draws.remove(rule.id());
        }
    }

    private boolean hits(FaultRule rule) {
        SplittableRandom draw = draws.get(rule.id());
        return rule.chance().isEmpty()
                || (draw != null
                        && draw.nextDouble() * 100 < rule.chance().get().percent());
    }
}
