package dev.purser.bench;

import java.util.List;

/**
 * How much there is to be shown.
 *
 * @param changes that were asked for and confirmed, three entries of the history each
 */
record Population(int customers, int changes) {

    /** As {@link Given} names them. */
    static final List<String> NAMES = List.of("customers", "changes");

    Population {
        if (customers < 1 || changes < 1) {
            throw new IllegalArgumentException("Nothing to show: " + customers + " customers, " + changes + " changes");
        }
    }

    /** This, with what is given otherwise. */
    Population with(Given given) {
        return new Population(given.or("customers", customers), given.or("changes", changes));
    }
}
