package dev.purser.persistence;

import dev.purser.db.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of the module, with the owner's and the application's roles apart. */
public class ThrowAwayDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable OwnDatabase database;

    @Override
    public Map<String, String> start() {
        var opened = OwnDatabase.throwAway();
        database = opened;
        return Map.of(
                "quarkus.datasource.jdbc.url", opened.jdbcUrl(),
                "quarkus.datasource.username", opened.applicationName(),
                "quarkus.datasource.password", opened.applicationPassword(),
                "quarkus.flyway.jdbc-url", opened.jdbcUrl(),
                "quarkus.flyway.username", opened.ownerName(),
                "quarkus.flyway.password", opened.ownerPassword());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
