package dev.purser.web.operations;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.change.OpenChanges;
import dev.purser.domain.change.OpenChanges.UnderWay;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Accounts.AccountState;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.portfolio.Reader;
import dev.purser.web.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * What the database knows of the whole installation, read when somebody asks. While it cannot be read, the meters have no
 * value, for an old one would be a false statement.
 */
@Singleton
class InstallationMeters {

    /** One fetch reads all meters one after the other, and two servers may watch the same node. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final int LISTED = 1;

    private static final Logger LOG = Logger.getLogger(InstallationMeters.class);

    private final OpenChanges openChanges;
    private final Accounts accounts;
    private final Customers customers;
    private final InstantSource clock;
    private Seen seen = new Seen(Instant.MIN, Optional.empty());

    InstallationMeters(OpenChanges openChanges, Accounts accounts, Customers customers, InstantSource clock) {
        this.openChanges = openChanges;
        this.accounts = accounts;
        this.customers = customers;
        this.clock = clock;
    }

    private record Seen(Instant at, Optional<Known> known) {}

    /** @param at by the database's clock, which the moments of readings are told by; a node's own may be wrong */
    private record Known(UnderWay work, List<AccountState> accounts, long unreadable, Instant at) {

        Optional<AccountState> of(AccountName account) {
            return accounts.stream()
                    .filter(state -> state.account().equals(account))
                    .findFirst();
        }

        double age(AccountName account) {
            return of(account)
                    .flatMap(AccountState::completedAt)
                    .map(completed -> (double) Duration.between(completed, at).toSeconds())
                    .orElse(Double.NaN);
        }
    }

    void register(@Observes StartupEvent started, MeterRegistry meters, Settings settings) {
        open(meters, "unknown", known -> known.work().unknown());
        open(meters, "waiting", known -> known.work().waiting());
        Gauge.builder("purser.customers.unreadable", this, it -> it.value(Known::unreadable))
                .description("Customers whose last reading failed; their pages show older values, and say so")
                .register(meters);
        settings.accounts().forEach(account -> register(meters, account.name()));
    }

    private void open(MeterRegistry meters, String state, ToDoubleFunction<Known> count) {
        Gauge.builder("purser.changes.open", this, it -> it.value(count))
                .description("Changes without an outcome: unknown whether applied, or waiting to be sent or answered")
                .tag("state", state)
                .register(meters);
    }

    private void register(MeterRegistry meters, AccountName account) {
        var tags = Tags.of("account", account.value());
        Gauge.builder("purser.account.customers", this, it -> it.value(account, AccountState::customers))
                .description("Customers with a living relationship")
                .tags(tags)
                .register(meters);
        TimeGauge.builder(
                        "purser.account.data.age", this, TimeUnit.SECONDS, it -> it.value(known -> known.age(account)))
                .description("Time since all customers of the account were last read; none until then")
                .tags(tags)
                .register(meters);
        Gauge.builder(
                        "purser.account.reading.stopped",
                        this,
                        it -> it.value(account, state -> state.problem().isPresent() ? 1 : 0))
                .description(
                        "1 while the last run through the account's customers was stopped by something; /status tells by what")
                .tags(tags)
                .register(meters);
    }

    private double value(AccountName account, ToDoubleFunction<AccountState> value) {
        return known().flatMap(known -> known.of(account))
                .map(value::applyAsDouble)
                .orElse(Double.NaN);
    }

    private double value(ToDoubleFunction<Known> value) {
        return known().map(value::applyAsDouble).orElse(Double.NaN);
    }

    private synchronized Optional<Known> known() {
        if (seen.at().plus(KEPT).isBefore(clock.instant())) {
            var known = read();
            // A database that hangs is asked once for all meters, and not once for each.
            seen = new Seen(clock.instant(), known);
        }
        return seen.known();
    }

    private Optional<Known> read() {
        // Reading from the database needs a request's context, which whoever fetches meters does not have.
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return Optional.of(new Known(
                    openChanges.underWay(Reader.EVERYTHING, LISTED),
                    accounts.all(Reader.EVERYTHING),
                    customers.overview(Reader.EVERYTHING).failing(),
                    customers.now()));
        } catch (RuntimeException unreachable) {
            LOG.debug("What the database knows cannot be measured", unreachable);
            return Optional.empty();
        } finally {
            context.terminate();
        }
    }
}
