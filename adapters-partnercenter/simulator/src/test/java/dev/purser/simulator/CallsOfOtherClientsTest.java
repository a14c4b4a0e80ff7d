package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Repeats calls as other clients were seen to send them, for the clients themselves are not to be had from a package
 * registry. The module's README says which were run against the simulator, and how.
 */
class CallsOfOtherClientsTest extends RunningSimulator {

    private static final String BUDGET = "/v1/customers/" + CONTOSO_RETAIL + "/usagebudget";

    /** All-zero correlation ids and headers of its own are the SDK's habit. */
    private static final String[] SDK_FOR_JAVA = {
        "MS-Contract-Version", "v1",
        "MS-CorrelationId", "00000000-0000-0000-0000-000000000000",
        "MS-RequestId", "0e1b4961-17e1-4309-bf26-8a7817be61b9",
        "MS-PartnerCenter-Client", "Partner Center Java SDK",
        "MS-SdkVersion", "1.15.4",
        "X-Locale", "en-US"
    };

    @Test
    void leadsTheSdkForJavaThroughAllPagesByItsDoubledSlashes() {
        String token = client.appAndUser();
        List<Integer> sizes = new ArrayList<>();
        JsonNode page = json(client.get("/v1/customers?size=40", token, SDK_FOR_JAVA));
        sizes.add(page.path("totalCount").intValue());
        while (page.path("links").has("next")) {
            JsonNode next = page.path("links").path("next");
            JsonNode header = next.path("headers").path(0);
            List<String> headers = new ArrayList<>(List.of(SDK_FOR_JAVA));
            headers.add(header.path("key").textValue());
            headers.add(header.path("value").textValue());
            String address = "/v1" + "/" + next.path("uri").textValue();
            page = json(client.get(address, token, headers.toArray(String[]::new)));
            sizes.add(page.path("totalCount").intValue());
        }

        assertThat(sizes).containsExactly(40, 40, 40, 40, 40, 40, 40, 20);
        assertThat(simulator.journal().exchanges(Route.CUSTOMERS).getLast().path())
                .isEqualTo("/v1//customers?size=40&seekOperation=Next");
    }

    @Test
    void loseTheSdkForJavaWhenLinksBeginWithTheVersion() {
        simulator.switches().change(now -> now.withNextLinks(NextLinks.WITH_VERSION));
        String uri = json(client.get("/v1/customers?size=40", client.appOnly(), SDK_FOR_JAVA))
                .path("links")
                .path("next")
                .path("uri")
                .textValue();

        assertThat(client.get("/v1" + "/" + uri, client.appOnly(), SDK_FOR_JAVA).statusCode())
                .isEqualTo(404);
    }

    @Test
    void findsWhatTheSdkForJavaSearchesFor() {
        String filter = "%7B%22value%22%3A%22Contoso%22%2C%22field%22%3A%22CompanyName%22%2C"
                + "%22fieldType%22%3A%22String%22%2C%22operator%22%3A%22StartsWith%22%7D";

        JsonNode found = json(client.get("/v1/customers?size=0&filter=" + filter, client.appOnly(), SDK_FOR_JAVA));

        assertThat(found.path("items").path(0).path("id").textValue()).isEqualTo(CONTOSO_RETAIL.toString());
    }

    @Test
    void setsAndRemovesABudgetAsTheSdkForJavaDoes() {
        String token = client.appAndUser();
        String without = "{\"attributes\":{\"objectType\":\"SpendingBudget\"}}";

        assertThat(patched("{\"attributes\":{\"objectType\":\"SpendingBudget\"},\"amount\":5125.5}", token))
                .contains(new BigDecimal("5125.5"));
        assertThat(client.patchBudget(CONTOSO_RETAIL, without, token, SDK_FOR_JAVA)
                        .statusCode())
                .isEqualTo(400);
        simulator.switches().change(now -> now.withRemovalByOmission(Behaviour.Removal.REMOVES));
        assertThat(patched(without, token)).isEmpty();
    }

    private Optional<BigDecimal> patched(String body, String token) {
        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, body, token, SDK_FOR_JAVA);
        assertThat(response.statusCode()).isEqualTo(200);
        return Optional.of(json(response).path("amount"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue);
    }

    /** It formats the day of the year where the day of the month belongs. */
    @Test
    void refusesTheDatesOfTheSdkForJava() {
        HttpResponse<String> response = client.get(
                "/v1/auditrecords?startDate=2026-06-167&endDate=2026-06-169", client.appOnly(), SDK_FOR_JAVA);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"message\":\"The request is invalid.\"}");
    }

    /** No MS-* header, a new token for every call, and all customers in one. */
    @Test
    void servesTheCommunityClientForNode() {
        assertThat(json(client.get("/v1/customers", client.appOnly())).path("items"))
                .hasSize(300);
        String own = "/v1/customers/" + CONTOSO_RETAIL;
        String subscription = json(client.get(own + "/subscriptions", client.appOnly()))
                .path("items")
                .path(0)
                .path("id")
                .textValue();
        assertThat(json(client.get(own + "/subscriptions/" + subscription, client.appOnly()))
                        .path("status")
                        .textValue())
                .isEqualTo("active");
        assertThat(simulator.journal().exchanges(Route.SUBSCRIPTION).getFirst().requestId())
                .isEmpty();
    }

    /** The SDK for .NET spells in Pascal case; the old module for PowerShell sends the amount alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Amount\":77.5,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}",
                "{\"Amount\":77.5,\"Links\":null,\"Attributes\":{\"Etag\":null,\"ObjectType\":\"SpendingBudget\"}}",
                "{\"amount\":77.5}"
            })
    void takesTheBodiesOfOthers(String body) {
        HttpResponse<String> _ = client.patchBudget(CONTOSO_RETAIL, body, client.appOnly());

        assertThat(json(client.get(BUDGET, client.appOnly())).path("amount").decimalValue())
                .isEqualByComparingTo("77.5");
    }
}
