package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.partnercenter.RefreshTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Partner Center, as far as budgets need it.
 *
 * <pre>{@code
 * try (var partnerCenter = new PartnerCenter(accounts, refreshTokens, InstantSource.system(), meters)) {
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

    private final Connections connections;

    /**
     * Opens no connection yet. These accounts call as applications alone.
     *
     * @param clock for the age of tokens
     * @throws IllegalArgumentException if two accounts have the same name, or if one has a refresh token: that needs a
     *     place where its successors are kept
     */
    public PartnerCenter(Collection<PartnerCenterAccount> accounts, InstantSource clock) {
        this(withoutUsers(accounts), new NoRefreshTokens(), clock, new CompositeMeterRegistry());
    }

    /**
     * Opens no connection yet.
     *
     * @param refreshTokens with which accounts call as an application and a user
     * @param clock for the age of tokens
     * @param meters where requests are counted and timed, as {@value HttpCalls#METER}
     * @throws IllegalArgumentException if two accounts have the same name
     */
    public PartnerCenter(
            Collection<PartnerCenterAccount> accounts,
            RefreshTokens refreshTokens,
            InstantSource clock,
            MeterRegistry meters) {
        this(accounts, refreshTokens, clock, System::nanoTime, TimeLimits.STANDARD, meters);
    }

    PartnerCenter(
            Collection<PartnerCenterAccount> accounts,
            RefreshTokens refreshTokens,
            InstantSource clock,
            LongSupplier nanos,
            TimeLimits limits,
            MeterRegistry meters) {
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
            byAccount.put(
                    account.name(),
                    new Connection(account, vertx, limits, clock, nanos, pauses, refreshTokens, meters));
        }
        this.connections = new Connections(byAccount);
        this.budgets = new PartnerCenterBudgets(connections);
        this.relationships = new PartnerCenterRelationships(connections);
        this.usages = new PartnerCenterUsages(connections);
        this.activities = new PartnerCenterActivities(connections);
    }

    private static Collection<PartnerCenterAccount> withoutUsers(Collection<PartnerCenterAccount> accounts) {
        accounts.stream()
                .filter(account -> account.refreshToken().isPresent())
                .findFirst()
                .ifPresent(account -> {
                    throw new IllegalArgumentException(
                            "Account " + account.name() + " has a refresh token, and nowhere to keep its successors");
                });
        return accounts;
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

    /**
     * Walks a person through the consent with which an account calls as an application and a user.
     *
     * @param redirect where Microsoft sends the person's browser afterwards
     * @throws IllegalArgumentException if there is no such account
     */
    public Consent consent(AccountName account, URI redirect) {
        var connection = connections
                .find(account)
                .orElseThrow(() -> new IllegalArgumentException("No such account: " + account));
        return new Consent(connection.account(), connection.tokenEndpoint(), connection.calls(), redirect);
    }

    /** Ends all connections. Calls under way come back as broken off; later ones are never sent. */
    @Override
    public void close() {
        connections
                .byAccount()
                .values()
                .forEach(connection -> connection.userTokens().close());
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
