package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Partner Center, as far as budgets need it.
 *
 * <pre>{@code
 * try (var partnerCenter = new PartnerCenter(accounts, InstantSource.system())) {
 *     Reading<SpendingLimit> budget = partnerCenter.budgets().read(customer);
 *     Answer answer = partnerCenter.budgets().send(order, fence);
 * }
 * }</pre>
 *
 * <p>All calls block the calling thread, which should be a virtual one and must not be an event loop. What the network or
 * Microsoft does is a result, never an exception. One instance serves any number of threads.
 */
public final class PartnerCenter implements AutoCloseable {

    /** An orderly end takes milliseconds; a hanging one must not keep the portal from stopping. */
    private static final long CLOSING_SECONDS = 5;

    private final Vertx vertx;
    private final PartnerCenterBudgets budgets;
    private final PartnerCenterRelationships relationships;
    private final PartnerCenterUsages usages;
    private final PartnerCenterActivities activities;

    /**
     * Opens no connection yet.
     *
     * @param clock for the age of tokens
     * @throws IllegalArgumentException if two accounts have the same name
     */
    public PartnerCenter(Collection<PartnerCenterAccount> accounts, InstantSource clock) {
        this(accounts, clock, TimeLimits.STANDARD);
    }

    PartnerCenter(Collection<PartnerCenterAccount> accounts, InstantSource clock, TimeLimits limits) {
        requireDistinctNames(accounts);
        this.vertx = Vertx.vertx(new VertxOptions()
                // The event loop only moves bytes: the calling threads parse. Nothing is kept in files.
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        var pauses = new Pauses(clock, new Random());
        Map<AccountName, Connection> byAccount = new HashMap<>();
        for (var account : accounts) {
            byAccount.put(account.name(), new Connection(account, vertx, limits, clock, pauses));
        }
        var connections = new Connections(byAccount);
        this.budgets = new PartnerCenterBudgets(connections);
        this.relationships = new PartnerCenterRelationships(connections);
        this.usages = new PartnerCenterUsages(connections);
        this.activities = new PartnerCenterActivities(connections);
    }

    private static void requireDistinctNames(Collection<PartnerCenterAccount> accounts) {
        var names = accounts.stream().map(PartnerCenterAccount::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("Two accounts of the same name among " + names);
        }
    }

    /** Reads and sends budgets. */
    public PartnerCenterBudgets budgets() {
        return budgets;
    }

    /** Lists customers. */
    public PartnerCenterRelationships relationships() {
        return relationships;
    }

    /** Reads what customers have spent. */
    public PartnerCenterUsages usages() {
        return usages;
    }

    /** Reads who did what. */
    public PartnerCenterActivities activities() {
        return activities;
    }

    /** Ends all connections. Calls under way come back as broken off; later ones are never sent. */
    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
