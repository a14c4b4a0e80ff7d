package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /v1/customers/{id}/usagesummary}, {@code /v1/customers/usagerecords} and {@code /v1/usagesummary}. */
final class UsageResource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Spend.Spent NOTHING = new Spend.Spent(BigDecimal.ZERO, BigDecimal.ZERO, 0);

    private final World world;
    private final Pages pages;
    private final Links links;
    private final SimulatorSettings settings;
    private final InstantSource clock;

    UsageResource(World world, Pages pages, Links links, SimulatorSettings settings) {
        this.world = world;
        this.pages = pages;
        this.links = links;
        this.settings = settings;
        this.clock = settings.clock();
    }

    Reply summary(SimulatedCustomer customer) {
        return customer.spent()
                .map(spent -> Reply.ok(summary(customer, spent)))
                .orElseGet(Refusal.NO_USAGE_DATA::reply);
    }

    Reply records(ApiCall call) {
        return pages.page(
                call,
                Pages.sized(call, "/customers/usagerecords"),
                world.customers(),
                this::hasRecord,
                this::usageRecord);
    }

    /** Of the whole partner; the documents show legacy customers alone, and so does this. */
    Reply partnerSummary() {
        List<SimulatedCustomer> customers = world.customers().stream()
                .filter(customer -> world.hasRelationship(customer.id()))
                .toList();
        UsageCalendar calendar = new UsageCalendar(clock.instant());
        UsageCalendar.Period period = calendar.period(AzureOffer.LEGACY);
        ObjectNode body = WireJson.object();
        body.putArray("emailsToNotify").add("azure-ops@" + ProfilesResource.DOMAIN);
        body.put(
                "customersOverBudget",
                customers.stream().filter(one -> usedAtLeast(one, 100)).count());
        body.put(
                "customersTrendingOver",
                customers.stream()
                        .filter(one -> usedAtLeast(one, 80) && !usedAtLeast(one, 100))
                        .count());
        body.put(
                "customersWithUsageBasedSubscription",
                customers.stream().filter(one -> one.spent().isPresent()).count());
        String partner = settings.tenantId().toString();
        body.put("resourceId", partner)
                .put("id", partner)
                .put("resourceName", ProfilesResource.COMPANY)
                .put("name", ProfilesResource.COMPANY)
                .put("billingStartDate", UsageCalendar.wire(period.start()))
                .put("billingEndDate", UsageCalendar.wire(period.end()))
                .put("totalCost", legacyCost(customers))
                .put("currencyLocale", ProfilesResource.CULTURE)
                .put("lastModifiedDate", UsageCalendar.wire(calendar.figuresAsOf(0)));
        body.putObject("links").set("self", links.to("/usagesummary"));
        body.set("attributes", WireJson.attributesOf("PartnerUsageSummary"));
        return Reply.ok(body);
    }

    private boolean usedAtLeast(SimulatedCustomer customer, int percent) {
        return customer.spent()
                .map(spent ->
                        percentUsed(spent, world.budgetAsRead(customer.id())).compareTo(BigDecimal.valueOf(percent))
                                >= 0)
                .orElse(false);
    }

    /** Of those billed in the partner's own currency. */
    private static BigDecimal legacyCost(List<SimulatedCustomer> customers) {
        return customers.stream()
                .filter(one -> one.offer() == AzureOffer.LEGACY)
                .filter(one -> one.currency().equals(ProfilesResource.CURRENCY))
                .flatMap(one -> one.spent().stream())
                .map(Spend.Spent::totalCost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ObjectNode summary(SimulatedCustomer customer, Spend.Spent spent) {
        Optional<BigDecimal> budget = world.budgetAsRead(customer.id());
        UsageCalendar calendar = new UsageCalendar(clock.instant());
        UsageCalendar.Period period = calendar.period(customer.offer());
        ObjectNode body = WireJson.object();
        switch (customer.offer()) {
            case AZURE_PLAN -> body.set("budget", SpendingBudgetBody.embedded(customer, budget));
            case LEGACY -> {
                body.set("budget", SpendingBudgetBody.full(customer, budget));
                body.set("customerSpendingBudget", SpendingBudgetBody.full(customer, budget));
                budget.map(customer.amountStyle()::dress).ifPresent(amount -> body.put("spendingBudget", amount));
            }
        }
        body.put("resourceId", customer.id().toString()).put("resourceName", customer.name());
        if (customer.offer() == AzureOffer.LEGACY) {
            body.put("id", customer.id().toString()).put("name", customer.name());
        }
        body.put("billingStartDate", UsageCalendar.wire(period.start()))
                .put("billingEndDate", UsageCalendar.wire(period.end()))
                .put("totalCost", spent.totalCost());
        putCurrency(body, customer);
        if (customer.offer() == AzureOffer.AZURE_PLAN) {
            body.put("usdTotalCost", spent.usdTotalCost());
        }
        body.put("lastModifiedDate", UsageCalendar.wire(calendar.figuresAsOf(spent.daysLate())));
        body.putObject("links").set("self", links.to("/customers/" + customer.id() + "/usagesummary"));
        body.set("attributes", WireJson.attributesOf("CustomerUsageSummary"));
        return body;
    }

    private boolean hasRecord(SimulatedCustomer customer) {
        return world.hasRelationship(customer.id())
                && switch (customer.spend()) {
                    case Spend.Spent _, Spend.NoUsageListedAsZero _ -> true;
                    case Spend.NoUsage _ -> false;
                };
    }

    private ObjectNode usageRecord(SimulatedCustomer customer) {
        Optional<BigDecimal> budget = world.budgetAsRead(customer.id());
        Spend.Spent spent = customer.spent().orElse(NOTHING);
        ObjectNode body = WireJson.object();
        body.set("budget", SpendingBudgetBody.embedded(customer, budget));
        if (customer.offer() == AzureOffer.LEGACY) {
            body.set("customerSpendingBudget", SpendingBudgetBody.embedded(customer, budget));
        }
        String id = asTheRecordsSpellIt(customer);
        body.put("percentUsed", percentUsed(spent, budget))
                .put("isUpgraded", customer.offer() == AzureOffer.AZURE_PLAN)
                .put("resourceId", id)
                .put("id", id)
                .put("resourceName", customer.name())
                .put("name", customer.name())
                .put("totalCost", spent.totalCost());
        putCurrency(body, customer);
        body.put("usdTotalCost", customer.offer() == AzureOffer.AZURE_PLAN ? spent.usdTotalCost() : BigDecimal.ZERO)
                .put(
                        "lastModifiedDate",
                        UsageCalendar.wire(new UsageCalendar(clock.instant()).figuresAsOf(spent.daysLate())));
        body.set("attributes", WireJson.attributesOf("CustomerMonthlyUsageRecord"));
        return body;
    }

    static void putCurrency(ObjectNode body, SimulatedCustomer customer) {
        switch (customer.offer()) {
            case AZURE_PLAN ->
                body.put("currencyCode", customer.currency())
                        .put(
                                "currencySymbol",
                                BillingCurrency.valueOf(customer.currency()).symbol());
            case LEGACY -> body.put("currencyLocale", customer.culture());
        }
    }

    private static BigDecimal percentUsed(Spend.Spent spent, Optional<BigDecimal> budget) {
        return budget.filter(amount -> amount.signum() > 0)
                .map(amount -> spent.totalCost().multiply(HUNDRED).divide(amount, 2, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }

    /** The real service does not keep to one case, so one customer in sixteen is spelt in capitals here. */
    private static String asTheRecordsSpellIt(SimulatedCustomer customer) {
        String id = customer.id().toString();
        return id.endsWith("7") ? id.toUpperCase(Locale.ROOT) : id;
    }
}
