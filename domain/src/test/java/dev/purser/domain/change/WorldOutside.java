package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Microsoft and the network between, as far as one customer's budget goes.
 *
 * @param flights requests that have left and may still land
 * @param landed whose request was applied, in that order; repetitions are told once
 * @param old what has been replaced and may still be shown, the oldest first
 */
record WorldOutside(SpendingLimit inForce, List<Flight> flights, List<Integer> landed, List<Old> old) {

    WorldOutside {
        flights = List.copyOf(flights);
        landed = List.copyOf(landed);
        old = List.copyOf(old);
    }

    static WorldOutside showing(SpendingLimit limit) {
        return new WorldOutside(limit, List.of(), List.of(), List.of());
    }

    /** When a request left: before its fence should have closed, or only after. */
    enum Left {
        IN_TIME,
        LATE
    }

    /** A request on its way. */
    record Flight(int change, int attempt, Left left) {

        @Override
        public String toString() {
            return change + "#" + attempt + (left == Left.LATE ? " (late)" : "");
        }
    }

    /**
     * A budget that has been replaced.
     *
     * @param by the request that replaced it; change 0 for somebody else's doing
     * @param before moments that came after it was replaced
     */
    record Old(SpendingLimit limit, Flight by, Set<Moment> before) {}

    /**
     * A moment that a time is counted from.
     *
     * @param attempt whose fence closed then; 0 for when the change was confirmed
     */
    record Moment(int change, int attempt) {

        static Moment confirmed(int change) {
            return new Moment(change, 0);
        }

        static Moment closed(int change, int attempt) {
            return new Moment(change, attempt);
        }
    }

    private static final Flight SOMEBODY = new Flight(0, 0, Left.IN_TIME);

    WorldOutside sent(Flight flight) {
        var more = new ArrayList<>(flights);
        more.add(flight);
        return new WorldOutside(inForce, more, landed, old);
    }

    WorldOutside lost(Flight flight) {
        var fewer = new ArrayList<>(flights);
        fewer.remove(flight);
        return new WorldOutside(inForce, fewer, landed, old);
    }

    WorldOutside landed(Flight flight, SpendingLimit wanted) {
        var more = new ArrayList<>(landed);
        if (more.isEmpty() || more.getLast() != flight.change()) {
            more.add(flight.change());
        }
        return new WorldOutside(inForce, lost(flight).flights(), more, old).set(wanted, flight);
    }

    WorldOutside edited(SpendingLimit limit) {
        return set(limit, SOMEBODY);
    }

    private WorldOutside set(SpendingLimit limit, Flight by) {
        if (limit.equals(inForce)) {
            return this;
        }
        var more = new ArrayList<>(old);
        more.add(new Old(inForce, by, Set.of()));
        return new WorldOutside(limit, flights, landed, more);
    }

    /** The oldest budget that could still be shown is not shown any more. */
    WorldOutside settled() {
        return new WorldOutside(inForce, flights, landed, old.subList(1, old.size()));
    }

    /** The moment is now: what has been replaced until now was replaced before it. */
    WorldOutside after(Moment moment) {
        return new WorldOutside(
                inForce,
                flights,
                landed,
                old.stream()
                        .map(one -> {
                            var before = new HashSet<>(one.before());
                            before.add(moment);
                            return new Old(one.limit(), one.by(), Set.copyOf(before));
                        })
                        .toList());
    }

    /** Everything that a reading may show now. */
    Set<SpendingLimit> shown() {
        var shown = new LinkedHashSet<SpendingLimit>();
        shown.add(inForce);
        old.forEach(one -> shown.add(one.limit()));
        return shown;
    }

    boolean maySet(Flight flight) {
        return flights.contains(flight);
    }

    boolean mayShowWhatWasReplacedBy(Flight flight) {
        return old.stream().anyMatch(one -> one.by().equals(flight));
    }

    boolean mayShowWhatWasReplacedBefore(Moment moment) {
        return old.stream().anyMatch(one -> one.before().contains(moment));
    }

    @Override
    public String toString() {
        return "Microsoft has " + inForce + (flights.isEmpty() ? "" : ", on its way " + flights)
                + (old.isEmpty()
                        ? ""
                        : ", may show " + old.stream().map(Old::limit).toList());
    }
}
