package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** {@code /v1/customers}, {@code /v1/customers/{id}} and its profiles; the list has the company's name alone. */
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
        String asked = call.query().get("filter");
        if (asked == null) {
            return page(call, Pages.sized(call, "/customers"), _ -> true);
        }
        return Filter.of(asked)
                .map(filter -> search(call, asked, filter))
                .orElseGet(() -> Reply.json(400, ErrorBody.notBindable()));
    }

    private Reply search(ApiCall call, String asked, Filter filter) {
        if (!filter.operator().equals("startswith")) {
            return Reply.refused(400, "2000", "The operator is not allowed in a search for customers.");
        }
        String sized = Pages.sized(call, "/customers");
        String address = sized + (sized.contains("?") ? "&" : "?") + "filter="
                + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        return switch (filter.field()) {
            case "companyname" -> page(call, address, customer -> filter.startsWith(customer.name()));
            case "domain" -> page(call, address, customer -> filter.startsWith(customer.domain()));
            // This partner sells directly, so nobody came through one of these.
            case "indirectreseller", "indirectcloudsolutionprovider" -> page(call, address, _ -> false);
            default -> Reply.refused(400, "2000", "The field is not allowed in a search for customers.");
        };
    }

    private Reply page(ApiCall call, String address, Predicate<SimulatedCustomer> wanted) {
        return pages.page(
                call,
                address,
                world.customers(),
                customer -> wanted.test(customer) && world.hasRelationship(customer.id()),
                this::listItem);
    }

    Reply one(SimulatedCustomer customer) {
        ObjectNode body = WireJson.object()
                .put("id", customer.id().toString())
                .put("commerceId", derived("commerce", customer).toString());
        body.set("companyProfile", fullCompanyProfile(customer));
        body.set("billingProfile", fullBillingProfile(customer));
        body.put("relationshipToPartner", "reseller").put("allowDelegatedAccess", true);
        body.putArray("customDomains").add(customer.domain());
        body.put("associatedPartnerId", ProfilesResource.PARTNER_ID);
        return Reply.ok(finish(body, customer));
    }

    Reply companyProfile(SimulatedCustomer customer) {
        return Reply.ok(fullCompanyProfile(customer));
    }

    Reply billingProfile(SimulatedCustomer customer) {
        return Reply.ok(fullBillingProfile(customer));
    }

    private ObjectNode fullCompanyProfile(SimulatedCustomer customer) {
        ObjectNode inList = shortCompanyProfile(customer);
        ObjectNode profile = WireJson.object();
        for (String name : List.of("tenantId", "domain", "companyName")) {
            profile.set(name, inList.get(name));
        }
        profile.set("address", address(customer));
        profile.put("email", "it@" + customer.domain());
        profile.set("links", inList.get("links"));
        profile.set("attributes", inList.get("attributes"));
        return profile;
    }

    private static ObjectNode address(SimulatedCustomer customer) {
        return WireJson.object()
                .put("country", customer.country())
                .put("city", customer.city())
                .put("addressLine1", "Main Street 1")
                .put("postalCode", "00000")
                .put("phoneNumber", "+49 421 5550100");
    }

    private ObjectNode listItem(SimulatedCustomer customer) {
        ObjectNode body = WireJson.object().put("id", customer.id().toString());
        body.set("companyProfile", shortCompanyProfile(customer));
        body.put("relationshipToPartner", "reseller");
        return finish(body, customer);
    }

    private ObjectNode shortCompanyProfile(SimulatedCustomer customer) {
        ObjectNode profile = WireJson.object()
                .put("tenantId", customer.id().toString())
                .put("domain", customer.domain())
                .put("companyName", customer.name());
        profile.putObject("links").set("self", links.to("/customers/" + customer.id() + "/profiles/company"));
        profile.set("attributes", WireJson.attributesOf("CustomerCompanyProfile"));
        return profile;
    }

    private ObjectNode fullBillingProfile(SimulatedCustomer customer) {
        ObjectNode profile = WireJson.object()
                .put("id", derived("billing", customer).toString())
                .put("firstName", "Imke")
                .put("lastName", "Petersen")
                .put("email", "billing@" + customer.domain())
                .put("culture", customer.culture())
                .put("language", customer.culture().substring(0, 2))
                .put("companyName", customer.name());
        profile.set("defaultAddress", address(customer).put("firstName", "Imke").put("lastName", "Petersen"));
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
