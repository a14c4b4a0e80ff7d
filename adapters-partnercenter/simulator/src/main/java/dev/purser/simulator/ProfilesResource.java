package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** {@code /v1/profiles/…}: the partner itself. */
final class ProfilesResource {

    static final String COMPANY = "Simulated Cloud Partners";
    static final String DOMAIN = "partner.example";
    static final String CULTURE = "de-DE";
    static final String CURRENCY = "EUR";
    /** Its number in Microsoft's partner programme. */
    static final String PARTNER_ID = "4481903";

    private static final String PHONE = "+49 40 5550100";

    private final UUID partner;
    private final Links links;

    ProfilesResource(UUID partner, Links links) {
        this.partner = partner;
        this.links = links;
    }

    Reply organization() {
        ObjectNode body = WireJson.object().put("id", partner.toString()).put("companyName", COMPANY);
        body.set("defaultAddress", named(address()).put("phoneNumber", ""));
        body.put("tenantId", partner.toString())
                .put("domain", DOMAIN)
                .put("email", "csp@" + DOMAIN)
                .put("language", "de")
                .put("culture", CULTURE);
        return finish(body, "OrganizationProfile", "/profiles/organization", "simulated-etag-organization");
    }

    Reply billing() {
        ObjectNode body = WireJson.object().put("companyName", COMPANY);
        body.set("address", address());
        body.set("primaryContact", named(WireJson.object()).put("phoneNumber", PHONE));
        body.put("purchaseOrderNumber", "").put("taxId", "DE000000000").put("billingCurrency", CURRENCY);
        return finish(body, "BillingProfile", "/profiles/billing", "simulated-etag-billing");
    }

    Reply legalBusiness() {
        ObjectNode body = WireJson.object().put("companyName", COMPANY + " GmbH");
        body.set("address", named(address()).put("phoneNumber", PHONE));
        body.set(
                "primaryContact",
                named(WireJson.object()).put("email", "jonas@" + DOMAIN).put("phoneNumber", PHONE));
        body.set("companyApproverAddress", address());
        body.put("companyApproverEmail", "legal@" + DOMAIN)
                .put("vettingStatus", "authorized")
                .put("vettingSubStatus", "none");
        return finish(body, "LegalBusinessProfile", "/profiles/legalbusiness", "");
    }

    private Reply finish(ObjectNode body, String type, String path, String etag) {
        body.put("profileType", type);
        body.putObject("links").set("self", links.to(path));
        ObjectNode attributes = body.putObject("attributes");
        if (!etag.isEmpty()) {
            attributes.put("etag", etag);
        }
        attributes.put("objectType", type);
        return Reply.ok(body);
    }

    private static ObjectNode address() {
        return WireJson.object()
                .put("country", "DE")
                .put("city", "Hamburg")
                .put("addressLine1", "Kaiweg 4")
                .put("addressLine2", "")
                .put("postalCode", "20457");
    }

    private static ObjectNode named(ObjectNode body) {
        return body.put("firstName", "Jonas").put("lastName", "Behrens");
    }
}
