package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest extends RunningSimulator {

    @Test
    void findsCustomersByAPartOfTheirName() {
        JsonNode found = json(client.control("GET", "/simulator/customers?name=RETAIL", ""));

        assertThat(found.path("customers")).hasSize(1);
        JsonNode contoso = found.path("customers").path(0);
        assertThat(contoso.path("id").textValue()).isEqualTo(CONTOSO_RETAIL.toString());
        assertThat(contoso.path("budget").decimalValue()).isEqualByComparingTo("4000");
        assertThat(contoso.path("relationship").textValue()).isEqualTo("reseller");
        assertThat(json(client.control("GET", "/simulator/customers", "")).path("customers"))
                .hasSize(300);
    }

    @Test
    void changesABudgetBehindTheClientsBack() {
        String path = "/simulator/customers/" + CONTOSO_RETAIL + "/budget";

        assertThat(client.control("PUT", path, "{\"amount\":9200.00}").statusCode())
                .isEqualTo(200);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("9200.00"));
        assertThat(client.control("PUT", path, "{\"amount\":null}").statusCode())
                .isEqualTo(200);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).isEmpty();
        assertThat(client.control("PUT", path, "{}").statusCode()).isEqualTo(400);
        assertThat(client.control("PUT", path, "{\"amount\":-5}").statusCode()).isEqualTo(400);
        assertThat(client.control("PUT", path, "{\"amount\":1e99999}").statusCode())
                .isEqualTo(400);

        JsonNode applied = json(client.control("GET", "/simulator/journal/applied?customer=" + CONTOSO_RETAIL, ""));
        assertThat(applied.path("applied")).hasSize(2);
        assertThat(applied.path("applied").path(0).path("origin").textValue()).isEqualTo("OUTSIDE");
        assertThat(applied.path("applied").path(1).has("after")).isFalse();
    }

    @Test
    void endsARelationship() {
        String path = "/simulator/customers/" + CONTOSO_RETAIL + "/relationship";

        assertThat(json(client.control("PUT", path, "{\"ended\":true}"))
                        .path("relationship")
                        .textValue())
                .isEqualTo("ended");
        assertThat(simulator.world().hasRelationship(CONTOSO_RETAIL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"apply-then-drop\"}",
                "{\"kind\":\"drop-before-applying\"}",
                "{\"kind\":\"server-error-after-applying\"}",
                "{\"kind\":\"too-many-requests\",\"retryAfterSeconds\":57,\"form\":\"http-date\"}",
                "{\"kind\":\"slow\",\"millis\":31000}",
                "{\"kind\":\"malformed\",\"shape\":\"wrong-type\"}",
                "{\"kind\":\"apply-after\",\"millis\":310000}",
                "{\"kind\":\"refuse\",\"as\":\"mfa-required-empty\"}",
                "{\"kind\":\"redirect\",\"status\":307}",
                "{\"kind\":\"redirect\",\"status\":302,\"location\":\"/elsewhere\"}",
                "{\"kind\":\"answer-status\",\"status\":204}",
                "{\"kind\":\"another-amount\",\"amount\":17.50}",
                "{\"kind\":\"another-amount\",\"amount\":null}",
                "{\"kind\":\"content-type\",\"contentType\":\"text/plain\"}",
                "{\"kind\":\"deep\",\"levels\":5000}",
                "{\"kind\":\"huge\",\"bytes\":104857600}",
                "{\"kind\":\"interim\",\"status\":103,\"times\":3}",
                "{\"kind\":\"drip\",\"bytes\":1,\"everyMillis\":500}",
                "{\"kind\":\"cut\",\"afterBytes\":10,\"framing\":\"chunked\"}",
                "{\"kind\":\"chunked\",\"bytes\":3}",
                "{\"kind\":\"gzip\",\"form\":\"corrupt\"}",
                "{\"kind\":\"reset\",\"when\":\"in-the-answer\"}",
                "{\"kind\":\"hang\"}",
                "{\"kind\":\"refuse-connections\",\"millis\":2000}",
                "{\"kind\":\"stale-reads\",\"millis\":60000}",
                "{\"kind\":\"outside-edit\",\"moment\":\"after\",\"amount\":9200.00,\"millis\":1500}",
                "{\"kind\":\"outside-edit\",\"moment\":\"before\",\"add\":100,\"millis\":0}",
                "{\"kind\":\"combined\",\"faults\":[{\"kind\":\"apply-after\",\"millis\":4000},{\"kind\":\"reset\",\"when\":\"after-reading\"}]}",
                "{\"kind\":\"answer-with\",\"status\":502,\"contentType\":\"text/html\",\"body\":\"<h2>502</h2>\"}"
            })
    void showsEachKindOfFaultAsItWasAdded(String fault) {
        JsonNode rules = json(client.control(
                "POST",
                "/simulator/faults",
                "{\"route\":\"PATCH_BUDGET\",\"customer\":\"" + CONTOSO_RETAIL + "\",\"times\":3,\"fault\":" + fault
                        + "}"));

        JsonNode rule = rules.path("faults").path(0);
        assertThat(rule.path("fault").toString()).isEqualTo(fault);
        assertThat(rule.path("times").intValue()).isEqualTo(3);
        assertThat(rule.path("customer").textValue()).isEqualTo(CONTOSO_RETAIL.toString());
        assertThat(simulator.faults().rules()).hasSize(1);
    }

    @Test
    void addsRandomRulesAndTakesRulesBack() {
        client.control(
                "POST",
                "/simulator/faults",
                "{\"route\":\"GET_BUDGET\",\"percent\":2.5,\"seed\":7,\"fault\":{\"kind\":\"slow\",\"millis\":10}}");
        client.control("POST", "/simulator/faults", "{\"route\":\"TOKEN\",\"fault\":{\"kind\":\"apply-then-drop\"}}");

        JsonNode rules = json(client.control("GET", "/simulator/faults", "")).path("faults");
        assertThat(rules).hasSize(2);
        assertThat(rules.findValuesAsText("percent")).containsExactly("2.5");
        String random = String.valueOf(simulator.faults().rules().getLast().id());
        assertThat(client.control("DELETE", "/simulator/faults/" + random, "").statusCode())
                .isEqualTo(200);
        assertThat(client.control("DELETE", "/simulator/faults/" + random, "").statusCode())
                .isEqualTo(404);
        client.control("DELETE", "/simulator/faults", "");
        assertThat(simulator.faults().rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "{\"route\":\"PATCH_BUDGET\"}",
                "{\"route\":\"NOWHERE\",\"fault\":{\"kind\":\"apply-then-drop\"}}",
                "{\"route\":\"PATCH_BUDGET\",\"fault\":{\"kind\":\"earthquake\"}}",
                "{\"route\":\"PATCH_BUDGET\",\"times\":0,\"fault\":{\"kind\":\"apply-then-drop\"}}",
                "{\"route\":\"PATCH_BUDGET\",\"customer\":\"x\",\"fault\":{\"kind\":\"apply-then-drop\"}}",
                "{\"route\":\"PATCH_BUDGET\",\"percent\":200,\"fault\":{\"kind\":\"apply-then-drop\"}}",
                "{\"route\":\"PATCH_BUDGET\",\"skip\":-1,\"fault\":{\"kind\":\"hang\"}}",
                "{\"route\":\"PATCH_BUDGET\",\"fault\":{\"kind\":\"combined\",\"faults\":[{\"kind\":\"hang\"}]}}",
                "{\"route\":\"PATCH_BUDGET\",\"fault\":{\"kind\":\"combined\",\"faults\":[{\"kind\":\"hang\"},{\"kind\":\"apply-then-drop\"}]}}",
                "{\"route\":\"CUSTOMERS\",\"fault\":{\"kind\":\"outside-edit\",\"moment\":\"after\",\"amount\":1}}"
            })
    void saysWhatIsWrongWithARule(String rule) {
        var response = client.control("POST", "/simulator/faults", rule);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("message").textValue()).isNotEmpty();
        assertThat(simulator.faults().rules()).isEmpty();
    }

    @Test
    void takesNoChangeThatAWebPageCouldSend() {
        var request = HttpRequest.newBuilder(
                        URI.create(simulator.baseUrl() + "/simulator/customers/" + CONTOSO_RETAIL + "/budget"))
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"amount\":1}"));

        assertThat(client.sent(request).statusCode()).isEqualTo(400);
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void showsWhatWasAsked() {
        client.patchBudget(
                CONTOSO_RETAIL,
                "{\"Amount\":5000}",
                client.appOnly(),
                "MS-CorrelationId",
                "5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa");

        JsonNode exchanges = json(client.control("GET", "/simulator/journal/exchanges?customer=" + CONTOSO_RETAIL, ""));
        JsonNode patch = exchanges.path("exchanges").path(0);
        assertThat(exchanges.path("exchanges")).hasSize(1);
        assertThat(patch.path("route").textValue()).isEqualTo("PATCH_BUDGET");
        assertThat(patch.path("correlationId").textValue()).isEqualTo("5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa");
        assertThat(patch.path("status").intValue()).isEqualTo(200);
        assertThat(patch.path("caller").textValue()).isEqualTo("APP_ONLY");
    }

    @Test
    void expiresTokens() {
        String token = client.appOnly();

        client.control("DELETE", "/simulator/tokens", "");

        assertThat(client.get("/v1/customers?size=1", token).statusCode()).isEqualTo(401);
    }

    @Test
    void pagesTheJournalSinceANumber() {
        String token = client.appOnly();
        for (int amount = 1; amount <= 3; amount++) {
            client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":" + amount + "}", token);
        }

        JsonNode applied = json(client.control("GET", "/simulator/journal/applied?since=1&limit=1", ""));
        assertThat(applied.path("applied")).hasSize(1);
        assertThat(applied.path("applied").path(0).path("number").intValue()).isEqualTo(2);
        assertThat(applied.path("applied").path(0).path("after").intValue()).isEqualTo(2);
        JsonNode exchanges =
                json(client.control("GET", "/simulator/journal/exchanges?since=2&limit=1&route=PATCH_BUDGET", ""));
        JsonNode second = exchanges.path("exchanges").path(0);
        assertThat(exchanges.path("exchanges")).hasSize(1);
        assertThat(second.path("number").intValue()).isEqualTo(3);
        assertThat(second.path("applied").path(0).path("before").intValue()).isEqualTo(1);
        assertThat(second.path("answer").textValue()).startsWith("{\"amount\":2");
        assertThat(client.control("GET", "/simulator/journal/applied?since=x", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesSwitchesOneByOneAndBackAgain() {
        String before = client.control("GET", "/simulator/switches", "").body();

        JsonNode changed = json(client.control(
                "PATCH",
                "/simulator/switches",
                "{\"unset\":\"null\",\"byteOrderMark\":[\"GET_BUDGET\"],\"pageSize\":7}"));

        assertThat(changed.path("unset").textValue()).isEqualTo("null");
        assertThat(changed.path("byteOrderMark").path(0).textValue()).isEqualTo("GET_BUDGET");
        assertThat(simulator.switches().now().pageSize()).isEqualTo(7);
        assertThat(client.control("PATCH", "/simulator/switches", "{\"unset\":\"nil\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.control("PATCH", "/simulator/switches", "{\"gravity\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.control("DELETE", "/simulator/switches", "").body()).isEqualTo(before);
    }

    @Test
    void takesEverySwitchBackAsItShowsIt() {
        String shown = client.control("GET", "/simulator/switches", "").body();

        var response = client.control("PATCH", "/simulator/switches", shown);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(shown);
    }
}
