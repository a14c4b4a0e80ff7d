package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** {@code /v1/customers} and {@code /v1/customers/{id}}; only the single customer has its billing profile. */
final class CustomersResource {

    private final World world;
    private final Pages pages;
    private final Links links;

    CustomersResource(World world, Pages pages, Links links) {
        this.world = world;
        this.pages = pages;
        this.links = links;
    }

    Reply list(ApiCall call) {
        if (call.query().containsKey("filter")) {
            return Reply.refused(400, "2000", "This search is not offered by the simulator.");
        }
        return pages.page(call, "/customers", customer -> world.hasRelationship(customer.id()), this::listItem);
    }

    Reply one(SimulatedCustomer customer) {
        ObjectNode body = WireJson.object()
                .put("id", customer.id().toString())
                .put("commerceId", derived("commerce", customer).toString());
        ObjectNode profile = companyProfile(customer);
        ObjectNode address = WireJson.object()
                .put("country", customer.country())
                .put("city", customer.city())
                .put("addressLine1", "Main Street 1")
                .put("postalCode", "00000");
        profile.set("address", address.deepCopy());
        profile.put("email", "it@" + customer.domain());
        body.set("companyProfile", profile);
        body.set("billingProfile", billingProfile(customer, address));
        body.put("relationshipToPartner", "reseller").put("allowDelegatedAccess", true);
        body.putArray("customDomains").add(customer.domain());
        return Reply.ok(finish(body, customer));
    }

    private ObjectNode listItem(SimulatedCustomer customer) {
        ObjectNode body = WireJson.object().put("id", customer.id().toString());
        body.set("companyProfile", companyProfile(customer));
        body.put("relationshipToPartner", "reseller");
        return finish(body, customer);
    }

    private ObjectNode companyProfile(SimulatedCustomer customer) {
        ObjectNode profile = WireJson.object()
                .put("tenantId", customer.id().toString())
                .put("domain", customer.domain())
                .put("companyName", customer.name());
        profile.putObject("links").set("self", links.to("/customers/" + customer.id() + "/profiles/company"));
        profile.set("attributes", WireJson.attributesOf("CustomerCompanyProfile"));
        return profile;
    }

    private ObjectNode billingProfile(SimulatedCustomer customer, ObjectNode address) {
        ObjectNode profile = WireJson.object()
                .put("id", derived("billing", customer).toString())
                .put("email", "billing@" + customer.domain())
                .put("culture", customer.culture())
                .put("language", customer.culture().substring(0, 2))
                .put("companyName", customer.name());
        profile.set("defaultAddress", address);
        profile.putObject("links").set("self", links.to("/customers/" + customer.id() + "/profiles/billing"));
        profile.set(
                "attributes",
                WireJson.object()
                        .put("etag", Long.toString(customer.id().getMostSignificantBits()))
                        .put("objectType", "CustomerBillingProfile"));
        return profile;
    }

    private ObjectNode finish(ObjectNode body, SimulatedCustomer customer) {
        body.putObject("links").set("self", links.to("/customers/" + customer.id()));
        body.set("attributes", WireJson.attributesOf("Customer"));
        return body;
    }

    private static UUID derived(String what, SimulatedCustomer customer) {
        return UUID.nameUUIDFromBytes((what + customer.id()).getBytes(StandardCharsets.UTF_8));
    }
}
