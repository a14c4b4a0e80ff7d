package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** {@code /v1/customers/{id}/usagesummary} and {@code /v1/customers/usagerecords}. */
final class UsageResource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Spend.Spent NOTHING = new Spend.Spent(BigDecimal.ZERO, BigDecimal.ZERO, 0);

    private final World world;
    private final Pages pages;
    private final Links links;
    private final InstantSource clock;

    UsageResource(World world, Pages pages, Links links, InstantSource clock) {
        this.world = world;
        this.pages = pages;
        this.links = links;
        this.clock = clock;
    }

    Reply summary(SimulatedCustomer customer) {
        return customer.spent()
                .map(spent -> Reply.ok(summary(customer, spent)))
                .orElseGet(() -> Reply.json(400, ErrorBody.withData("3000", "Customer does not have usage data.")));
    }

    Reply records(ApiCall call) {
        return pages.page(call, "/customers/usagerecords", this::hasRecord, this::usageRecord);
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

    private static void putCurrency(ObjectNode body, SimulatedCustomer customer) {
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
