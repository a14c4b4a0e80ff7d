package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code /v1/customers/{id}/subscriptions} and what is below: each customer has one, its Azure plan or its legacy one. */
final class SubscriptionsResource {

    private static final BigDecimal FIRST_SHARE = new BigDecimal("0.75");

    private final Pages pages;
    private final Links links;
    private final InstantSource clock;

    SubscriptionsResource(Pages pages, Links links, InstantSource clock) {
        this.pages = pages;
        this.links = links;
        this.clock = clock;
    }

    Reply list(SimulatedCustomer customer) {
        ObjectNode body = pages.whole(path(customer), items(subscription(customer)));
        body.remove("links");
        return Reply.ok(body);
    }

    Reply one(SimulatedCustomer customer) {
        return Reply.ok(subscription(customer));
    }

    Reply usageRecords(SimulatedCustomer customer) {
        ArrayNode items = customer.spent()
                .map(spent -> items(usageRecord(customer, spent)))
                .orElseGet(SubscriptionsResource::items);
        return Reply.ok(pages.whole(path(customer) + "/usagerecords", items));
    }

    Reply usageSummary(SimulatedCustomer customer) {
        return customer.spent()
                .map(spent -> Reply.ok(usageSummary(customer, spent)))
                .orElseGet(Refusal.NO_USAGE_DATA::reply);
    }

    Reply meters(SimulatedCustomer customer) {
        return shared(customer, "/meterusagerecords", share -> meter(customer, share));
    }

    Reply resources(SimulatedCustomer customer) {
        return shared(customer, "/resourceusagerecords", share -> resource(customer, share));
    }

    /** There are none of a plan. */
    Reply azureResources(SimulatedCustomer customer) {
        return switch (customer.offer()) {
            case AZURE_PLAN -> Reply.ok(pages.whole(path(customer, "/usagerecords/resources"), items()));
            case LEGACY -> shared(customer, "/usagerecords/resources", share -> azureResource(customer, share));
        };
    }

    /** A part of what was spent; the parts add up to the whole. */
    private record Share(int number, Spend.Spent spent) {}

    private Reply shared(SimulatedCustomer customer, String below, Function<Share, ObjectNode> item) {
        ArrayNode items = customer.spent()
                .map(spent -> {
                    Spend.Spent first = new Spend.Spent(
                            spent.totalCost().multiply(FIRST_SHARE),
                            spent.usdTotalCost().multiply(FIRST_SHARE),
                            spent.daysLate());
                    Spend.Spent second = new Spend.Spent(
                            spent.totalCost().subtract(first.totalCost()),
                            spent.usdTotalCost().subtract(first.usdTotalCost()),
                            spent.daysLate());
                    return items(item.apply(new Share(1, first)), item.apply(new Share(2, second)));
                })
                .orElseGet(SubscriptionsResource::items);
        return Reply.ok(pages.whole(path(customer, below), items));
    }

    private ObjectNode subscription(SimulatedCustomer customer) {
        ObjectNode body = WireJson.object()
                .put("id", customer.subscriptionId().toString())
                .put("offerId", offerId(customer))
                .put("offerName", offerName(customer))
                .put("friendlyName", offerName(customer));
        body.putObject("productType").put("id", "Azure").put("displayName", "Azure");
        body.put("quantity", 1)
                .put("unitType", "Usage-based")
                .put("hasPurchasableAddons", false)
                .put("creationDate", "2025-03-04T08:11:52.4471026Z")
                .put("effectiveStartDate", "2025-03-04T00:00:00Z")
                .put("commitmentEndDate", "2099-12-31T00:00:00Z")
                .put("status", "active")
                .put("autoRenewEnabled", true)
                .put("isTrial", false)
                .put("billingType", "usage")
                .put("billingCycle", "monthly")
                .put("termDuration", "")
                .put("isMicrosoftProduct", true)
                .put("partnerId", ProfilesResource.PARTNER_ID)
                .put("attentionNeeded", false)
                .put("actionTaken", false)
                .put("contractType", "subscription");
        body.putObject("links").set("self", links.to(path(customer, "")));
        body.put("orderId", customer.subscriptionId().toString().substring(24));
        body.set(
                "attributes",
                WireJson.object().put("etag", "simulated-etag-subscription").put("objectType", "Subscription"));
        return body;
    }

    private ObjectNode usageRecord(SimulatedCustomer customer, Spend.Spent spent) {
        ObjectNode body = WireJson.object().put("status", "active");
        if (customer.offer() == AzureOffer.AZURE_PLAN) {
            body.put("partnerOnRecord", ProfilesResource.PARTNER_ID);
        }
        String id = asTheRecordsSpellIt(customer);
        body.put("offerId", offerId(customer))
                .put("resourceId", id)
                .put("id", id)
                .put("resourceName", offerName(customer))
                .put("name", offerName(customer));
        return finish(body, customer, spent, "SubscriptionMonthlyUsageRecord");
    }

    private ObjectNode usageSummary(SimulatedCustomer customer, Spend.Spent spent) {
        UsageCalendar.Period period = new UsageCalendar(clock.instant()).period(customer.offer());
        ObjectNode body = WireJson.object()
                .put("resourceId", customer.subscriptionId().toString())
                .put("resourceName", offerName(customer))
                .put("billingStartDate", UsageCalendar.wire(period.start()))
                .put("billingEndDate", UsageCalendar.wire(period.end()));
        finish(body, customer, spent, "SubscriptionUsageSummary");
        body.putObject("links").set("self", links.to(path(customer, "/usagesummary")));
        return body;
    }

    private ObjectNode meter(SimulatedCustomer customer, Share share) {
        ObjectNode body = WireJson.object()
                .put("subscriptionId", customer.subscriptionId().toString())
                .put("meterId", "DZH318Z0BQ35-00G" + share.number() + "-Standard Run Hours")
                .put("meterName", share.number() == 1 ? "D4s v5" : "D8s v5")
                .put("category", "Virtual Machines")
                .put("subcategory", "Dsv5 Series")
                .put("quantityUsed", new BigDecimal("456.216667"))
                .put("unit", "1 Hour");
        return finish(body, customer, share.spent(), "MeterUsageRecord");
    }

    private ObjectNode resource(SimulatedCustomer customer, Share share) {
        String entitlement = customer.subscriptionId().toString();
        String name = "vm-" + share.number();
        ObjectNode body = WireJson.object()
                .put("subscriptionId", entitlement)
                .put(
                        "resourceUri",
                        "/subscriptions/" + entitlement
                                + "/resourceGroups/RG-1/providers/Microsoft.Compute/virtualMachines/" + name)
                .put("resourceType", "Microsoft.Compute")
                .put("entitlementId", entitlement)
                .put("entitlementName", "Production")
                .put("resourceGroupName", "RG-1")
                .put("name", name)
                .put("resourceName", name);
        return finish(body, customer, share.spent(), "ResourceUsageRecord");
    }

    private ObjectNode azureResource(SimulatedCustomer customer, Share share) {
        String name = share.number() == 1 ? "Compute Hours" : "Data Transfer Out";
        ObjectNode body = WireJson.object()
                .put("category", "Virtual Machines")
                .put("subcategory", "A1 VM")
                .put("quantityUsed", new BigDecimal("12.5"))
                .put("unit", "Hours")
                .put("resourceId", customer.subscriptionId().toString())
                .put("id", customer.subscriptionId().toString())
                .put("resourceName", name)
                .put("name", name);
        return finish(body, customer, share.spent(), "AzureResourceMonthlyUsageRecord");
    }

    private ObjectNode finish(ObjectNode body, SimulatedCustomer customer, Spend.Spent spent, String type) {
        body.put("totalCost", spent.totalCost());
        UsageResource.putCurrency(body, customer);
        // Unlike the records of all customers, these name the currency by its code alone.
        body.remove("currencySymbol");
        BigDecimal dollars = Optional.of(spent.usdTotalCost())
                .filter(_ -> customer.offer() == AzureOffer.AZURE_PLAN)
                .orElse(BigDecimal.ZERO);
        body.put("usdTotalCost", dollars)
                .put(
                        "lastModifiedDate",
                        UsageCalendar.wire(new UsageCalendar(clock.instant()).figuresAsOf(spent.daysLate())));
        body.set("attributes", WireJson.attributesOf(type));
        return body;
    }

    private static String offerId(SimulatedCustomer customer) {
        return switch (customer.offer()) {
            case AZURE_PLAN -> "DZH318Z0BPS6:0001:DZH318Z0BML6";
            case LEGACY -> "MS-AZR-0145P";
        };
    }

    private static String offerName(SimulatedCustomer customer) {
        return switch (customer.offer()) {
            case AZURE_PLAN -> "Azure plan";
            case LEGACY -> "Microsoft Azure";
        };
    }

    /** Legacy subscriptions are seen in capitals. */
    private static String asTheRecordsSpellIt(SimulatedCustomer customer) {
        String id = customer.subscriptionId().toString();
        return switch (customer.offer()) {
            case AZURE_PLAN -> id;
            case LEGACY -> id.toUpperCase(Locale.ROOT);
        };
    }

    private static String path(SimulatedCustomer customer) {
        return "/customers/" + customer.id() + "/subscriptions";
    }

    private static String path(SimulatedCustomer customer, String below) {
        return path(customer) + "/" + customer.subscriptionId() + below;
    }

    private static ArrayNode items(ObjectNode... items) {
        ArrayNode array = WireJson.object().putArray("items");
        for (ObjectNode item : items) {
            array.add(item);
        }
        return array;
    }
}
