package dev.purser.domain.history;

import java.time.Duration;

/** The database that keeps the history, for the status page. */
public interface Database {

    /** Asks it now. */
    Condition condition();

    /**
     * @param product as it names itself, such as {@code PostgreSQL 18.6}
     * @param answered how long it took to answer
     */
    record Condition(String product, Duration answered, Guard guard) {}

    /** Whether the application could alter the history. */
    enum Guard {
        /** The application's role may only add to it and read it. */
        APPEND_ONLY,
        /** The application's role owns the tables, and so could take the triggers off that refuse changes. */
        OWNED_BY_APPLICATION
    }
}
