package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static dev.purser.simulator.KnownCustomers.TAILSPIN_TOYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest extends RunningSimulator {

    @Test
    void readsABudget() {
        JsonNode budget = json(budget());

        assertThat(budget.path("amount").decimalValue()).isEqualByComparingTo("4000");
        assertThat(budget.path("usageSpendingBudget").decimalValue()).isEqualByComparingTo("4000");
        assertThat(budget.path("attributes").path("objectType").textValue()).isEqualTo("SpendingBudget");
    }

    @Test
    void omitsTheAmountWhenNoBudgetIsSet() {
        JsonNode budget = json(client.get("/v1/customers/" + TAILSPIN_TOYS + "/usagebudget", client.appOnly()));

        assertThat(budget.toString()).isEqualTo("{\"attributes\":{\"objectType\":\"SpendingBudget\"}}");
    }

    @Test
    void printsAmountsInAllThreeStyles() {
        String token = client.appOnly();
        var printed = simulator.world().customers().stream()
                .filter(customer -> customer.currency().equals("EUR"))
                .filter(customer -> simulator.world().budget(customer.id()).isPresent())
                .collect(Collectors.toMap(
                        SimulatedCustomer::amountStyle,
                        customer -> client.get("/v1/customers/" + customer.id() + "/usagebudget", token)
                                .body()
                                .replaceAll(".*\"amount\":[0-9]+(\\.[0-9]+)?,.*", "$1"),
                        (one, _) -> one));

        assertThat(printed.get(AmountStyle.SIX_DECIMALS)).hasSize(7);
        assertThat(printed.get(AmountStyle.AS_SET)).hasSize(3);
        assertThat(printed.get(AmountStyle.ONE_DECIMAL)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Amount\":8250.50,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}",
                "{\"amount\":8250.50,\"attributes\":{\"objectType\":\"SpendingBudget\"}}",
                "{\"amount\":8.25050e3}"
            })
    void setsABudgetWhateverTheCaseOfTheNames(String request) {
        HttpResponse<String> response = patch(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("amount").decimalValue()).isEqualByComparingTo("8250.50");
        assertThat(json(budget()).path("amount").decimalValue()).isEqualByComparingTo("8250.50");
        assertThat(simulator.world().budget(CONTOSO_RETAIL).orElseThrow()).isEqualByComparingTo("8250.50");
    }

    @Test
    void keepsEveryDigitOfAnAmount() {
        patch("{\"Amount\":123456789012345.123456789}");

        assertThat(budget().body()).contains("\"amount\":123456789012345.123456789,");
    }

    @Test
    void removesABudgetByAnExplicitNull() {
        HttpResponse<String> response = patch("{\"Amount\":null,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).has("amount")).isFalse();
        assertThat(json(budget()).has("amount")).isFalse();
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).isEmpty();
    }

    @Test
    void takesZeroForABudget() {
        patch("{\"Amount\":0}");

        assertThat(json(budget()).path("amount").decimalValue()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}",
                "{\"Amount\":-1}",
                "{\"Amount\":1,\"amount\":2}",
                "{\"Amount\":1e999999999}",
                "{\"Amount\":\"5000\"}",
                "{\"Amount\":true}",
                "{\"Amount\":1} trailing",
                "[1]",
                "",
                "not json"
            })
    void refusesWhatIsNotABudgetAndChangesNothing(String request) {
        HttpResponse<String> response = patch(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("4000.00"));
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void namesTheBadPropertyInTheFault() {
        JsonNode fault = json(patch("{\"Amount\":-1}"));

        assertThat(fault.path("code").textValue()).isEqualTo("800002");
        assertThat(fault.path("data").path(0).textValue()).contains("amount");
        assertThat(json(patch("\"5000\"")).path("message").textValue()).isEqualTo("The request is invalid.");
    }

    @Test
    void writesEveryAppliedChangeIntoTheJournal() {
        client.patchBudget(
                CONTOSO_RETAIL,
                "{\"Amount\":5000.00}",
                client.appOnly(),
                "MS-RequestId",
                "0197816a-3d1e-7c44-b1a9-5f2e0c8d7741",
                "MS-CorrelationId",
                "5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa");
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, new BigDecimal("9200"));
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, null);

        assertThat(simulator.journal().applied(CONTOSO_RETAIL)).hasSize(3);
        Applied first = simulator.journal().applied().getFirst();
        assertThat(first.before()).contains(new BigDecimal("4000.00"));
        assertThat(first.after()).contains(new BigDecimal("5000.00"));
        assertThat(first.requestId()).isEqualTo("0197816a-3d1e-7c44-b1a9-5f2e0c8d7741");
        assertThat(first.correlationId()).isEqualTo("5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa");
        assertThat(first.at()).isEqualTo(clock.instant());
        assertThat(first.origin()).isEqualTo(Origin.API);
        Applied last = simulator.journal().applied().getLast();
        assertThat(last.before()).contains(new BigDecimal("9200"));
        assertThat(last.after()).isEqualTo(Optional.empty());
        assertThat(last.origin()).isEqualTo(Origin.OUTSIDE);
        assertThat(json(budget()).has("amount")).isFalse();
    }

    @Test
    void answersWithTheHeadersOfTheService() {
        HttpResponse<String> response = client.get(
                "/v1/customers/" + CONTOSO_RETAIL + "/usagebudget",
                client.appOnly(),
                "MS-CorrelationId",
                "5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa");

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("MS-CorrelationId")).contains("5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa");
        assertThat(response.headers().firstValue("MS-RequestId")).isPresent();
        assertThat(response.headers().firstValue("MS-CV")).isPresent();
        assertThat(response.headers().firstValue("MS-ServerId")).isPresent();
        assertThat(response.headers().firstValue("Date")).contains("Thu, 18 Jun 2026 08:42:07 GMT");
    }

    @Test
    void putsAByteOrderMarkBeforeJsonWhenAsked() {
        SimulatorSettings marked = settings.withByteOrderMark(ByteOrderMark.BEFORE_JSON);
        try (PartnerCenterSimulator other = PartnerCenterSimulator.start(marked);
                ApiClient caller = new ApiClient(other, marked)) {
            String token = caller.appOnly();
            assertThat(caller.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", token)
                            .body())
                    .startsWith("\uFEFF{");
        }
    }

    private HttpResponse<String> budget() {
        return client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", client.appOnly());
    }

    private HttpResponse<String> patch(String body) {
        return client.patchBudget(CONTOSO_RETAIL, body, client.appOnly());
    }
}
