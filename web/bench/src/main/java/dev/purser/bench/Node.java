package dev.purser.bench;

import dev.purser.domain.budget.AccountName;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node of the product as it is packaged ({@code -Dpurser.product}). */
final class Node {

    static final AccountName ACCOUNT = CannedPartnerCenter.ACCOUNT;

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Path PRODUCT =
            Path.of(System.getProperty("purser.product", "web/target/quarkus-app/quarkus-run.jar"));

    private Node() {}

    /**
     * Answers once it is ready.
     *
     * @param settings that differ from the product's own
     */
    static Launched start(
            Path folder, TemporaryDatabase database, PartnerCenterSimulator partnerCenter, Map<String, String> settings)
            throws IOException, InterruptedException {
        var management = Launched.freePort();
        var all = new HashMap<>(settings);
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        var ready = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
        return begin(folder, database, partnerCenter, List.of(), all)
                .await(HttpRequest.newBuilder(ready).build(), PACE);
    }

    /**
     * Only begins.
     *
     * @param options further ones of the JVM
     * @param settings that differ from the product's own
     */
    static Launched begin(
            Path folder,
            TemporaryDatabase database,
            PartnerCenterSimulator partnerCenter,
            List<String> options,
            Map<String, String> settings)
            throws IOException {
        var all = new HashMap<>(settings(database, partnerCenter));
        all.put("QUARKUS_HTTP_PORT", Integer.toString(Launched.freePort()));
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(Launched.freePort()));
        all.putAll(settings);
        var port = Integer.parseInt(all.get("QUARKUS_HTTP_PORT"));
        all.put("PURSER_HOME", folder.resolve("node-" + port).toString());
        return Launched.begin(PRODUCT, options, port, all, folder.resolve("node-" + port + ".txt"));
    }

    private static Map<String, String> settings(TemporaryDatabase database, PartnerCenterSimulator partnerCenter) {
        var opened = database.database();
        var account = SimulatorSettings.standard();
        return Map.ofEntries(
                Map.entry("PURSER_SECRET", "nothing secret: it is only measured"),
                Map.entry("PURSER_ACCOUNTS_BENCH_TENANT", account.tenantId().toString()),
                Map.entry("PURSER_ACCOUNTS_BENCH_CLIENT_ID", account.clientId().toString()),
                Map.entry("PURSER_ACCOUNTS_BENCH_CLIENT_SECRET", account.clientSecret()),
                Map.entry("PURSER_ACCOUNTS_BENCH_REFRESH_TOKEN", account.refreshToken()),
                Map.entry(
                        "PURSER_ACCOUNTS_BENCH_BASE_URL",
                        partnerCenter.baseUrl().toString()),
                Map.entry(
                        "PURSER_ACCOUNTS_BENCH_AUTHORITY",
                        partnerCenter.authority().toString()),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", opened.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", opened.applicationName()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", opened.applicationPassword()),
                Map.entry("QUARKUS_FLYWAY_USERNAME", opened.ownerName()),
                Map.entry("QUARKUS_FLYWAY_PASSWORD", opened.ownerPassword()),
                // Nobody signs in, unless the settings say where.
                Map.entry("QUARKUS_OIDC_TENANT_ENABLED", "false"),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9/nobody"),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", "purser"),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", "nothing secret: it is only measured"),
                Map.entry("QUARKUS_LOG_LEVEL", "WARN"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"));
    }
}
