package dev.purser.persistence;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a database that cannot be reached, or is too slow, from everything else that can break. */
public final class DatabaseOutage {

    /**
     * Beginnings of SQL states (PostgreSQL's appendix A): the connection broke or was never made, the server stops or starts,
     * it takes no more connections, it cannot get memory or disk, or a statement took longer than it may.
     */
    private static final List<String> STATES = List.of("08", "57P", "57014", "53");

    private DatabaseOutage() {}

    /** In the database's words, if it is what stands behind the failure. */
    public static Optional<String> behind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(DatabaseOutage::isOne)
                .map(broken -> Objects.requireNonNullElse(
                        broken.getMessage(), broken.getClass().getSimpleName()))
                .findFirst();
    }

    private static boolean isOne(SQLException broken) {
        var state = broken.getSQLState();
        return broken instanceof SQLTransientConnectionException
                || broken instanceof SQLRecoverableException
                || broken instanceof SQLTimeoutException
                || (state == null ? isPoolDry(broken) : STATES.stream().anyMatch(state::startsWith));
    }

    /** The pool has no state of its own for it. */
    private static boolean isPoolDry(SQLException broken) {
        return broken.getMessage() != null && broken.getMessage().contains("cquisition timeout");
    }
}
