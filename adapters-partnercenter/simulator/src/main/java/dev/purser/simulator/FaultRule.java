package dev.purser.simulator;

import java.util.Optional;
import java.util.UUID;

/**
 * When a fault strikes.
 *
 * @param id names the rule among those of one simulator
 * @param customer the only one it is meant for; empty means any request of the route
 * @param skip how many matching requests it still lets pass
 * @param times how often it still strikes; empty is for ever
 * @param chance empty strikes every one
 */
public record FaultRule(
        long id,
        Optional<UUID> customer,
        Route route,
        Fault fault,
        int skip,
        Optional<Integer> times,
        Optional<Chance> chance) {

    /**
     * A share of the matching requests.
     *
     * @param percent above 0, at most 100
     * @param seed decides which ones, in the order of their arrival
     */
    public record Chance(double percent, long seed) {
        public Chance {
            if (!(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException("not a share in percent: " + percent);
            }
        }
    }

    public FaultRule {
        if (skip < 0) {
            throw new IllegalArgumentException("a rule lets pass none or more, not " + skip);
        }
        if (times.orElse(1) < 1) {
            throw new IllegalArgumentException("a fault strikes at least once, not " + times.get() + " times");
        }
        if (route == Route.OTHER) {
            throw new IllegalArgumentException("requests without a route meet no fault");
        }
        if (customer.isPresent() && !route.namesOneCustomer()) {
            throw new IllegalArgumentException(route + " names no customer, so the fault would never strike");
        }
        if (Course.of(fault).edits() && !route.namesOneCustomer()) {
            throw new IllegalArgumentException(route + " names no customer whose budget could be edited");
        }
    }

    FaultRule skippedOnce() {
        return new FaultRule(id, customer, route, fault, skip - 1, times, chance);
    }

    /** What is left of the rule after it struck once more, or empty when it is used up. */
    Optional<FaultRule> struckOnce() {
        return times.equals(Optional.of(1))
                ? Optional.empty()
                : Optional.of(new FaultRule(id, customer, route, fault, skip, times.map(number -> number - 1), chance));
    }
}
