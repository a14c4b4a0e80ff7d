package dev.purser.persistence;

import jakarta.persistence.Tuple;
import java.time.Instant;
import org.hibernate.SharedSessionContract;

/** PostgreSQL's clock, which is the same for all nodes. */
final class DatabaseClock {

    private DatabaseClock() {}

    /**
     * This very moment, not that of the transaction.
     *
     * <p>A query that names its columns: of one that names a result class alone, Hibernate 7.2 keeps a plan for each use,
     * two thousand of them, and compares them all at each look-up.
     */
    static Instant now(SharedSessionContract session) {
        return session.createNativeQuery("select clock_timestamp() as now", Tuple.class)
                .addScalar("now", Instant.class)
                .getSingleResult()
                .get("now", Instant.class);
    }
}
