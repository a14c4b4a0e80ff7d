package dev.purser.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The changes that have not ended, straight from the database: looking at them costs no node anything. */
final class OpenChanges implements AutoCloseable {

    private final Connection connection;

    OpenChanges(TemporaryDatabase database) throws SQLException {
        var opened = database.database();
        this.connection = DriverManager.getConnection(opened.jdbcUrl(), opened.ownerName(), opened.ownerPassword());
    }

    /**
     * @param state as it is stored
     * @param holder the node that works on it; empty if none does
     */
    record Open(String state, String holder) {}

    Map<UUID, Open> all() throws SQLException {
        Map<UUID, Open> found = new HashMap<>();
        try (var query = connection.prepareStatement("""
                        select c.id, c.state, case when l.held_until is null then '' else coalesce(l.holder, '') end
                        from change c join customer_lease l on l.account = c.account and l.tenant = c.tenant
                        where c.due_at is not null""");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getObject(1, UUID.class), new Open(rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
