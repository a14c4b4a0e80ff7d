package dev.purser.simulator;

import java.util.Optional;
import java.util.UUID;

/** When a fault strikes. */
public sealed interface FaultRule {

    /** Names the rule among those of one simulator. */
    long id();

    /** The only customer it is meant for; empty means any request of the route. */
    Optional<UUID> customer();

    Route route();

    Fault fault();

    /** Strikes the next matching requests, {@code times} more of them. */
    record Next(long id, Optional<UUID> customer, Route route, Fault fault, int times) implements FaultRule {
        public Next {
            if (times < 1) {
                throw new IllegalArgumentException("a fault strikes at least once, not " + times + " times");
            }
            refuseWhatCouldNeverStrike(customer, route);
        }
    }

    /**
     * Strikes a share of the matching requests.
     *
     * @param percent above 0, at most 100
     * @param seed decides which ones, in the order of their arrival
     */
    record Randomly(long id, Optional<UUID> customer, Route route, Fault fault, double percent, long seed)
            implements FaultRule {
        public Randomly {
            if (!(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException("not a share in percent: " + percent);
            }
            refuseWhatCouldNeverStrike(customer, route);
        }
    }

    private static void refuseWhatCouldNeverStrike(Optional<UUID> customer, Route route) {
        if (route == Route.OTHER) {
            throw new IllegalArgumentException("requests without a route meet no fault");
        }
        if (customer.isPresent() && !route.namesOneCustomer()) {
            throw new IllegalArgumentException(route + " names no customer, so the fault would never strike");
        }
    }
}
