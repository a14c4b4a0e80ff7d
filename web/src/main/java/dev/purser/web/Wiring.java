package dev.purser.web;

import dev.purser.domain.activity.ActivityRecords;
import dev.purser.domain.activity.ReadActivities;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.change.CarryOutChanges;
import dev.purser.domain.change.ChangeBudget;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Timing;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.ReadCustomers;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.rights.AdmitPeople;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Invitations;
import dev.purser.domain.rights.ShareCustomers;
import dev.purser.partnercenter.PartnerCenter;
import dev.purser.persistence.Vault;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts use cases and adapters together. */
final class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** Every source of configuration counts: the environment, and what a demo or a test sets in its stead. */
    @Produces
    @Singleton
    Settings settings(Config config) {
        return Settings.of(StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"))
                .distinct()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Optional.ofNullable(config.getConfigValue(name).getRawValue())
                                .orElse(""))));
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    DisplayTime displayTime(Settings settings, InstantSource clock) {
        return new DisplayTime(settings.timeZone(), clock);
    }

    @Produces
    @Singleton
    Timing timing(Settings settings) {
        return settings.timing();
    }

    @Produces
    @Singleton
    Vault vault(@ConfigProperty(name = "purser.people-key") String key) {
        return new Vault(HexFormat.of().parseHex(key));
    }

    @Produces
    @Singleton
    PartnerCenter partnerCenter(
            Settings settings, RefreshTokens refreshTokens, InstantSource clock, MeterRegistry meters) {
        return new PartnerCenter(settings.accounts(), refreshTokens, clock, meters);
    }

    void close(@Disposes PartnerCenter partnerCenter) {
        partnerCenter.close();
    }

    @Produces
    @Singleton
    ChangeBudget changeBudget(Changes changes, Customers customers, Settings settings, InstantSource clock) {
        return new ChangeBudget(changes, customers, settings.policy(), clock);
    }

    @Produces
    @Singleton
    ShareCustomers shareCustomers(Grants grants) {
        return new ShareCustomers(grants);
    }

    @Produces
    @Singleton
    AdmitPeople admitPeople(Invitations invitations, Grants grants) {
        return new AdmitPeople(invitations, grants);
    }

    @Produces
    @Singleton
    CarryOutChanges carryOutChanges(
            Changes changes, Customers customers, PartnerCenter partnerCenter, Timing timing, InstantSource clock) {
        return new CarryOutChanges(
                changes, customers, partnerCenter.budgets(), timing, clock, System::nanoTime, Wiring::rest, node());
    }

    private static void rest(RuntimeException failure, Duration time) {
        LOG.warnf(failure, "Microsoft's answer cannot be recorded yet; it is tried again in %d ms", time.toMillis());
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Told to stop", e);
        }
    }

    @Produces
    @Singleton
    ReadCustomers readCustomers(
            Customers customers, Accounts accounts, PartnerCenter partnerCenter, Settings settings) {
        var currencies = new HashMap<AccountName, BillingCurrency.Configured>();
        settings.accounts()
                .forEach(account -> account.currency()
                        .ifPresent(
                                currency -> currencies.put(account.name(), new BillingCurrency.Configured(currency))));
        return new ReadCustomers(
                customers,
                accounts,
                partnerCenter.relationships(),
                partnerCenter.usages(),
                partnerCenter.budgets(),
                currencies);
    }

    @Produces
    @Singleton
    ReadActivities readActivities(ActivityRecords records, PartnerCenter partnerCenter, Timing timing) {
        return new ReadActivities(records, partnerCenter.activities(), timing);
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "node/" + ProcessHandle.current().pid();
        }
    }
}
