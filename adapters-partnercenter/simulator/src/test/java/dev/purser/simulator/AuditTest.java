package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.COHO_WINERY;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is the 18th of June 2026. */
class AuditTest extends RunningSimulator {

    private static final String CORRELATION = "5be0a0c1-22f4-4f0e-8a6d-90d1c2f7b3aa";

    @Test
    void tellsOfOurChangesAndOfThoseOfOthers() {
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":8250.5}", client.appOnly(), "MS-CorrelationId", CORRELATION);
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, null);

        List<JsonNode> changes = budgetChanges("/v1/auditrecords");

        JsonNode theirs = changes.get(0);
        JsonNode ours = changes.get(1);
        assertThat(changes).hasSize(2);
        assertThat(ours.path("originalCorrelationId").textValue()).isEqualTo(CORRELATION);
        assertThat(ours.path("applicationId").textValue())
                .isEqualTo(settings.clientId().toString());
        assertThat(ours.has("userPrincipalName")).isFalse();
        assertThat(ours.path("resourceOldValue").textValue())
                .isEqualTo("{\"Amount\":4000.00,\"UsageSpendingBudget\":4000.00,"
                        + "\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}");
        assertThat(ours.path("customizedData").path(0).path("value").textValue())
                .isEqualTo("8250.5");
        assertThat(ours.path("operationDate").textValue()).startsWith("2026-06-18T08:42:07.0123");
        assertThat(ours.path("id").textValue())
                .startsWith(settings.tenantId() + "_" + CONTOSO_RETAIL + "_" + CONTOSO_RETAIL
                        + "_updatecustomerspendingbudget_639173689270123371");
        assertThat(theirs.path("userPrincipalName").textValue()).endsWith("@partner.example");
        assertThat(theirs.path("customizedData").path(0).path("value").isNull()).isTrue();
        assertThat(json(client.get("/v1/auditrecords/" + ours.path("id").textValue(), client.appOnly())))
                .isEqualTo(ours);
        assertThat(json(client.get(
                        "/auditactivity/v1/auditrecords/" + ours.path("id").textValue(), client.appOnly())))
                .isEqualTo(ours);
    }

    @Test
    void countsTicksLikeTheSample() {
        AuditRecord record = new AuditRecord(
                0,
                simulator.world().customer(CONTOSO_RETAIL),
                Instant.parse("2026-11-20T10:42:17.3059214Z"),
                "update_customer_spending_budget",
                "customer",
                "succeeded",
                Optional.empty(),
                "application",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(record.id(settings.tenantId())).endsWith("_updatecustomerspendingbudget_639307681373059214");
    }

    @Test
    void answersNullForAnUnknownRecord() {
        var response = client.get("/v1/auditrecords/unknown", client.appOnly());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startDate=2026-03-20&endDate=2026-04-19",
                "startDate=2026-05-19",
                "startDate=2026-06-18&endDate=2026-06-18",
                "startDate=2026-05-19T00:00:00Z&endDate=2026-06-18T23:59:59Z",
                "endDate=2026-06-18"
            })
    void looksThroughAWindow(String query) {
        assertThat(client.get("/v1/auditrecords?" + query, client.appOnly()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startDate=2026-03-19&endDate=2026-04-01",
                "startDate=2026-05-18&endDate=2026-06-18",
                "startDate=2026-06-18&endDate=2026-06-17"
            })
    void refusesAWindowThatIsTooOldOrTooLong(String query) {
        var response = client.get("/v1/auditrecords?" + query, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("code").textValue()).isEqualTo("800002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.06.2026", "06%2F18%2F2026", "2026-06-169", "2026-6-18", "2026-02-30", "today"})
    void refusesADateInTheMannerOfACountry(String date) {
        var response = client.get("/v1/auditrecords?startDate=" + date, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"message\":\"The request is invalid.\"}");
    }

    @Test
    void coversTheWholeLastDay() {
        clock.move(Duration.ofHours(14));
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.ONE);
        clock.move(Duration.ofDays(2));

        assertThat(budgetChanges("/v1/auditrecords?startDate=2026-06-17&endDate=2026-06-18"))
                .hasSize(1);
        assertThat(budgetChanges("/v1/auditrecords?startDate=2026-06-19&endDate=2026-06-20"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "parameter", "link"})
    void leadsThroughAllPages(String way) {
        String token = client.appOnly();
        String all = "/v1/auditrecords?startDate=2026-06-01&endDate=2026-06-18";
        List<String> ids = new ArrayList<>();
        JsonNode page = json(client.get(all + "&size=7", token));
        ids(page, ids);
        while (page.has("continuationToken")) {
            String continuation = page.path("continuationToken").textValue();
            String next = all + "&size=7&seekOperation=Next";
            page = json(
                    switch (way) {
                        case "header" -> client.get(next, token, "MS-ContinuationToken", continuation);
                        case "parameter" ->
                            client.get(
                                    next + "&MS-ContinuationToken="
                                            + URLEncoder.encode(continuation, StandardCharsets.UTF_8),
                                    token);
                        default -> {
                            JsonNode link = page.path("links").path("next");
                            yield client.get(
                                    "/v1" + link.path("uri").textValue(),
                                    token,
                                    link.path("headers").path(0).path("key").textValue(),
                                    continuation);
                        }
                    });
            ids(page, ids);
        }

        List<String> atOnce = new ArrayList<>();
        ids(json(client.get(all, token)), atOnce);
        assertThat(ids).hasSizeGreaterThan(40).doesNotHaveDuplicates().isEqualTo(atOnce);
    }

    @Test
    void filtersByOneField() {
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.ONE);
        simulator.world().setBudgetOutside(COHO_WINERY, BigDecimal.ONE);

        assertThat(budgetChanges(
                        "/v1/auditrecords?filter=" + filter("CustomerId", CONTOSO_RETAIL.toString(), "equals")))
                .hasSize(1);
        assertThat(budgetChanges("/v1/auditrecords?filter=" + filter("CompanyName", "WINERY", "substring")))
                .hasSize(1);
        assertThat(budgetChanges("/v1/auditrecords?filter=" + filter("ResourceType", "customer", "equals")))
                .hasSize(2);
        assertThat(client.get("/v1/auditrecords?filter=" + filter("OperationType", "x", "equals"), client.appOnly())
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.get("/v1/auditrecords?filter=nonsense", client.appOnly())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsARecordOnlyAfterTheDelay() {
        simulator.switches().change(now -> now.withAuditDelay(Duration.ofMinutes(20)));
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.ONE);

        assertThat(budgetChanges("/v1/auditrecords")).isEmpty();
        clock.move(Duration.ofMinutes(20));
        assertThat(budgetChanges("/v1/auditrecords")).hasSize(1);
    }

    @Test
    void hasUnknownKindsAndMissingFieldsWhenAsked() {
        simulator
                .switches()
                .change(now -> now.withAuditKinds(Behaviour.AuditKinds.SOME_UNKNOWN)
                        .withAuditFields(Behaviour.AuditFields.SOME_MISSING));
        for (int amount = 1; amount <= 6; amount++) {
            simulator.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.valueOf(amount));
        }

        var kinds = new HashSet<String>();
        var lacking = new HashSet<String>();
        for (JsonNode record :
                json(client.get("/v1/auditrecords", client.appOnly())).path("items")) {
            kinds.add(record.path("operationType").textValue());
            if (record.path("operationType").textValue().equals("update_customer_spending_budget")) {
                List.of("id", "customerId", "userPrincipalName", "originalCorrelationId", "resourceOldValue")
                        .forEach(field -> {
                            if (!record.has(field)) {
                                lacking.add(field);
                            }
                        });
            }
        }

        assertThat(kinds).contains("some_future_operation", "update_customer_spending_budget");
        assertThat(lacking).hasSize(5);
    }

    @Test
    void canKeepSilentAboutChangesOverTheApi() {
        simulator
                .switches()
                .change(now -> now.withAuditedApi(Behaviour.AuditedApi.LEFT_OUT)
                        .withAuditCorrelation(Behaviour.AuditCorrelation.ABSENT));
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":1}", client.appOnly());
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.TWO);

        List<JsonNode> changes = budgetChanges("/v1/auditrecords");

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().has("originalCorrelationId")).isFalse();
    }

    private List<JsonNode> budgetChanges(String path) {
        return StreamSupport.stream(
                        json(client.get(path, client.appOnly())).path("items").spliterator(), false)
                .filter(record -> record.path("operationType").textValue().equals("update_customer_spending_budget"))
                .toList();
    }

    private static void ids(JsonNode page, List<String> into) {
        page.path("items").forEach(record -> into.add(record.path("id").textValue()));
    }

    private static String filter(String field, String value, String operator) {
        return URLEncoder.encode(
                "{\"Field\":\"%s\",\"Value\":\"%s\",\"Operator\":\"%s\"}".formatted(field, value, operator),
                StandardCharsets.UTF_8);
    }
}
