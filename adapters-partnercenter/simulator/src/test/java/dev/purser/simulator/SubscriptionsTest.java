package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.BELLOWS_COLLEGE;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest extends RunningSimulator {

    @ParameterizedTest
    @ValueSource(strings = {"/meterusagerecords", "/resourceusagerecords"})
    void splitsWhatWasSpentWithoutLosingAny(String below) {
        String plan = "/v1/customers/" + CONTOSO_RETAIL + "/subscriptions/" + plan(CONTOSO_RETAIL);

        JsonNode records = json(client.get(plan + below, client.appAndUser())).path("items");

        assertThat(records).hasSize(2);
        assertThat(StreamSupport.stream(records.spliterator(), false)
                        .map(record -> record.path("totalCost").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(spent(CONTOSO_RETAIL));
        assertThat(json(client.get(plan + "/usagesummary", client.appAndUser()))
                        .path("totalCost")
                        .decimalValue())
                .isEqualByComparingTo(spent(CONTOSO_RETAIL));
    }

    @Test
    void knowsOnlyTheCustomersOwnSubscription() {
        String foreign = "/v1/customers/" + CONTOSO_RETAIL + "/subscriptions/" + UUID.randomUUID();

        var response = client.get(foreign, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).path("code").textValue()).isEqualTo("20003");
    }

    @Test
    void hasNoRecordsWithoutUsage() {
        String own = "/v1/customers/" + BELLOWS_COLLEGE + "/subscriptions";

        assertThat(json(client.get(own + "/usagerecords", client.appAndUser())).path("items"))
                .isEmpty();
        assertThat(client.get(own + "/" + plan(BELLOWS_COLLEGE) + "/usagesummary", client.appAndUser())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void demandsAPersonForUsageAndForThePartnersOwnProfile() {
        String app = client.appOnly();
        for (String path : new String[] {
            "/v1/usagesummary",
            "/v1/customers/" + CONTOSO_RETAIL + "/subscriptions/usagerecords",
            "/v1/profiles/organization",
            "/v1/profiles/billing",
            "/v1/customers/" + CONTOSO_RETAIL + "/profiles/company"
        }) {
            var response = client.get(path, app);
            assertThat(response.statusCode()).as(path).isEqualTo(403);
            assertThat(json(response).path("code").textValue()).isEqualTo("900329");
        }
        assertThat(client.get("/v1/profiles/legalbusiness?vettingVersion=Current", app)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "CompanyName, CONTOSO, starts_with, 200, 1",
        "CompanyName, Retail, starts_with, 200, 0",
        "Domain, contoso-retail, starts_with, 200, 1",
        "IndirectReseller, Contoso, starts_with, 200, 0",
        "CompanyName, Contoso Retail GmbH, equals, 400, 0",
        "Email, it, starts_with, 400, 0"
    })
    void searchesCustomers(String field, String value, String operator, int status, int found) {
        String filter = URLEncoder.encode(
                "{\"Field\":\"%s\",\"Value\":\"%s\",\"Operator\":\"%s\"}".formatted(field, value, operator),
                StandardCharsets.UTF_8);

        var response = client.get("/v1/customers?size=0&filter=" + filter, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("items")).hasSize(found);
        assertThat(json(response).path("code").asText(status == 200 ? "2000" : ""))
                .isEqualTo("2000");
    }

    @Test
    void refusesAFilterThatIsNoJson() {
        var response = client.get("/v1/customers?filter=Contoso", client.appOnly());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"message\":\"The request is invalid.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/customers/%ZZ/usagebudget", "/v1/customers/%", "/v1/customers?size=%G1", "/v1/%E0%A4%A/x"})
    void answersAMalformedEscapeWithAFault(String path) {
        var received = RawCaller.send(simulator.baseUrl(), "GET", path, client.appOnly(), "");

        assertThat(received.received()).startsWith("HTTP/1.1 400 ");
        assertThat(received.body()).contains("\"code\":\"800002\"");
    }

    private UUID plan(UUID customer) {
        return simulator.world().customer(customer).subscriptionId();
    }

    private BigDecimal spent(UUID customer) {
        return simulator.world().customer(customer).spent().orElseThrow().totalCost();
    }
}
