package dev.purser.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The least that a change could be: three committed rows, a GET before the second and a PATCH after it, by JDBC and the
 * JDK's HTTP client alone. Nobody is kept out, nothing is claimed or compared, and nothing could be read of it later.
 */
final class BareChanges implements AutoCloseable {

    /** What an entry and the state it tells of take together, so that as much has to be written to disk. */
    private static final int ROW = 1_000;

    private final BareBudgets budgets;
    private final Queue<Connection> all = new ArrayDeque<>();
    private final BlockingQueue<Connection> idle;

    /** @param workers who will work at once, each with a connection of its own */
    BareChanges(TemporaryDatabase database, BareBudgets budgets, int workers) throws SQLException {
        this.budgets = budgets;
        this.idle = new ArrayBlockingQueue<>(workers);
        for (int worker = 0; worker < workers; worker++) {
            var opened = connect(database);
            all.add(opened);
            idle.add(opened);
        }
        try (var statement = all.element().createStatement()) {
            statement.execute("create table if not exists bare_row (id uuid primary key, content bytea not null)");
        }
    }

    private static Connection connect(TemporaryDatabase database) throws SQLException {
        var opened = database.database();
        return DriverManager.getConnection(opened.jdbcUrl(), opened.ownerName(), opened.ownerPassword());
    }

    void change() {
        try {
            var connection = idle.take();
            try {
                change(connection);
            } finally {
                idle.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void change(Connection connection) throws SQLException {
        var tenant = UUID.randomUUID();
        commit(connection);
        budgets.read(tenant);
        commit(connection);
        budgets.send(tenant, UUID.randomUUID(), UUID.randomUUID());
        commit(connection);
    }

    private static void commit(Connection connection) throws SQLException {
        var content = new byte[ROW];
        ThreadLocalRandom.current().nextBytes(content);
        try (var insert = connection.prepareStatement("insert into bare_row (id, content) values (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, content);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }
}
