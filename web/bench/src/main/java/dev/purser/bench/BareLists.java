package dev.purser.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The bare pages ({@code -Dpurser.bare}) in a process of their own, on tables that hold what the lists of the portal show:
 * in the same database, with an index for their order.
 */
final class BareLists {

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Path PACKAGED =
            Path.of(System.getProperty("purser.bare", "web/bench/bare/target/quarkus-app/quarkus-run.jar"));

    private BareLists() {}

    static Launched start(TemporaryDatabase database) throws IOException, SQLException, InterruptedException {
        var opened = database.database();
        database.execute("""
                create table bare_customer as
                select tenant, account, name, domain, budget, spend, currency, coalesce(used, -1) as used,
                       budget_read_at as read_at, last_change_at
                from customer""");
        database.execute("alter table bare_customer add primary key (tenant)");
        database.execute("create index on bare_customer (used, account, tenant)");
        database.execute("""
                create table bare_entry as
                select id, at, kind, account, tenant, customer_name, before_amount, after_amount, currency, reason, ticket
                from entry e
                where not exists (select 1 from entry later where later.change = e.change and later.id > e.id)""");
        database.execute("alter table bare_entry add primary key (id)");
        database.execute("grant select on bare_customer, bare_entry to \"" + opened.applicationName() + '"');
        database.execute("vacuum analyze");
        var port = Launched.freePort();
        var launched = Launched.begin(
                PACKAGED,
                List.of(),
                port,
                Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_DATASOURCE_JDBC_URL", opened.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", opened.applicationName(),
                        "QUARKUS_DATASOURCE_PASSWORD", opened.applicationPassword()),
                database.folder().resolve("bare.txt"));
        return launched.await(
                HttpRequest.newBuilder(URI.create(launched.address() + "/customers"))
                        .build(),
                PACE);
    }
}
