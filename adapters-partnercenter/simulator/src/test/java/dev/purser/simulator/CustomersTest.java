package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.COHO_WINERY;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomersTest extends RunningSimulator {

    @Test
    void leadsThroughAllCustomersPageByPage() {
        List<String> ids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        JsonNode page = json(client.get("/v1/customers?size=40", client.appOnly()));
        collect(page, ids, sizes);
        while (page.path("links").has("next")) {
            page = next(page);
            collect(page, ids, sizes);
        }

        assertThat(sizes).containsExactly(40, 40, 40, 40, 40, 40, 40, 20);
        assertThat(ids)
                .containsExactlyElementsOf(simulator.world().customers().stream()
                        .map(customer -> customer.id().toString())
                        .toList());
        assertThat(page.has("continuationToken")).isFalse();
    }

    @Test
    void skipsNobodyWhenSomebodyLeavesBetweenTwoPages() {
        JsonNode first = json(client.get("/v1/customers?size=2", client.appOnly()));
        simulator.world().endRelationship(CONTOSO_RETAIL);

        JsonNode second = next(first);

        assertThat(second.path("items").path(0).path("id").textValue())
                .isEqualTo(simulator.world().customers().get(2).id().toString());
    }

    @Test
    void listsIdNameDomainAndRelationshipOnly() {
        JsonNode item = json(client.get("/v1/customers?size=1", client.appOnly()))
                .path("items")
                .path(0);

        assertThat(item.path("id").textValue()).isEqualTo(CONTOSO_RETAIL.toString());
        assertThat(item.path("companyProfile").path("companyName").textValue()).isEqualTo("Contoso Retail GmbH");
        assertThat(item.path("companyProfile").path("domain").textValue()).isEqualTo("contoso-retail.example");
        assertThat(item.path("relationshipToPartner").textValue()).isEqualTo("reseller");
        assertThat(item.has("billingProfile")).isFalse();
    }

    @Test
    void showsOneCustomerWithItsBillingProfile() {
        JsonNode one = json(client.get("/v1/customers/" + CONTOSO_RETAIL, client.appOnly()));

        assertThat(one.path("billingProfile").path("culture").textValue()).isEqualTo("de-DE");
        assertThat(one.path("attributes").path("objectType").textValue()).isEqualTo("Customer");
    }

    @Test
    void refusesABadSizeAndAnInventedContinuation() {
        String token = client.appOnly();

        assertThat(client.get("/v1/customers?size=-1", token).statusCode()).isEqualTo(400);
        assertThat(client.get("/v1/customers?size=2&seekOperation=Next", token).statusCode())
                .isEqualTo(400);
        assertThat(client.get(
                                "/v1/customers?size=2&seekOperation=Next",
                                token,
                                "MS-ContinuationToken",
                                "made-up-continuation-token-0001==")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void neverGivesMoreThanAPageHolds() {
        SimulatorSettings small = settings.withPageSize(7).withNextLinks(NextLinks.WITH_VERSION);
        try (PartnerCenterSimulator other = PartnerCenterSimulator.start(small);
                ApiClient caller = new ApiClient(other, small)) {
            JsonNode page = json(caller.get("/v1/customers?size=500", caller.appOnly()));

            assertThat(page.path("items")).hasSize(7);
            assertThat(page.path("links").path("next").path("uri").textValue())
                    .isEqualTo("/v1/customers?size=500&seekOperation=Next");
        }
    }

    @Test
    void tellsWhatIsWrongWithACustomer() {
        String token = client.appOnly();
        simulator.world().endRelationship(COHO_WINERY);

        assertRefused(client.get("/v1/customers/not-an-id/usagebudget", token), 400, "900118");
        assertRefused(client.get("/v1/customers/" + UUID.randomUUID() + "/usagebudget", token), 404, "60003");
        assertRefused(client.get("/v1/customers/" + COHO_WINERY + "/usagebudget", token), 403, "20002");
        assertThat(json(client.get("/v1/customers?size=500", token)).toString()).doesNotContain("Coho Winery");
    }

    @Test
    void toleratesDoubledSlashesAndAnswersUnknownPathsWithAFault() {
        String token = client.appOnly();

        assertThat(client.get("//v1//customers//" + CONTOSO_RETAIL + "/usagebudget", token)
                        .statusCode())
                .isEqualTo(200);
        assertRefused(client.get("/v1/nothing", token), 404, "1000");
        assertRefused(client.control("POST", "/v1/customers", ""), 405, "405");
        assertThat(simulator.journal().exchanges(Route.OTHER)).hasSize(2);
    }

    private JsonNode next(JsonNode page) {
        JsonNode link = page.path("links").path("next");
        JsonNode header = link.path("headers").path(0);
        assertThat(header.path("value").textValue())
                .isEqualTo(page.path("continuationToken").textValue());
        return json(client.get(
                "/v1" + link.path("uri").textValue(),
                client.appOnly(),
                header.path("key").textValue(),
                header.path("value").textValue()));
    }

    private static void collect(JsonNode page, List<String> ids, List<Integer> sizes) {
        sizes.add(page.path("totalCount").intValue());
        page.path("items").forEach(item -> ids.add(item.path("id").textValue()));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("code").textValue()).isEqualTo(code);
    }
}
