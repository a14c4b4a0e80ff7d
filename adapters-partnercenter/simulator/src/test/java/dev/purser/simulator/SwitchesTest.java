package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static dev.purser.simulator.KnownCustomers.TAILSPIN_TOYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SwitchesTest extends RunningSimulator {

    private static final String REQUEST = "MS-RequestId";

    private String token = "";

    @BeforeEach
    void signIn() {
        token = client.appAndUser();
    }

    @Test
    void appliesARepeatedRequestAgainUnlessToldOtherwise() {
        assertThat(amounts("one", "one")).containsExactly("1", "2");
    }

    @Test
    void answersARepeatedRequestLikeTheFirstWhenIdsAreHonoured() {
        simulator.switches().change(now -> now.withRequestIds(Behaviour.RequestIds.HONOURED));

        assertThat(amounts("one", "one", "two")).containsExactly("1", "1", "3");

        clock.move(Duration.ofMinutes(50));
        assertThat(amounts("two")).containsExactly("3");
        assertThat(simulator.journal().applied()).hasSize(2);
    }

    @Test
    void forgetsRequestIdsAfterAWhileWhenTold() {
        simulator
                .switches()
                .change(now -> now.withRequestIds(Behaviour.RequestIds.HONOURED_FOR_A_WHILE)
                        .withRequestIdsKept(Duration.ofSeconds(30)));

        assertThat(amounts("one", "one")).containsExactly("1", "1");
        clock.move(Duration.ofSeconds(30));
        assertThat(amounts("one")).containsExactly("1");
        assertThat(simulator.journal().applied()).hasSize(2);
    }

    @Test
    void appliesOnlyOneOfALateRequestAndItsRepetition() {
        simulator.switches().change(now -> now.withRequestIds(Behaviour.RequestIds.HONOURED));
        simulator
                .faults()
                .next(
                        Route.PATCH_BUDGET,
                        new Fault.Combined(List.of(
                                new Fault.ApplyAfter(Duration.ofMillis(300)), new Fault.Refuse(Refusal.BAD_GATEWAY))),
                        1);

        assertThat(client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":1}", token, REQUEST, "one")
                        .statusCode())
                .isEqualTo(502);
        assertThat(client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":1}", token, REQUEST, "one")
                        .statusCode())
                .isEqualTo(200);
        // Comes after the late one on the simulator's one thread.
        simulator.faults().next(Route.GET_BUDGET, new Fault.Slow(Duration.ofMillis(500)), 1);
        HttpResponse<String> _ = client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", token);

        assertThat(simulator.journal().applied()).hasSize(1);
    }

    private List<String> amounts(String... requestIds) {
        return IntStream.range(0, requestIds.length)
                .mapToObj(i -> json(client.patchBudget(
                                CONTOSO_RETAIL, "{\"Amount\":" + (i + 1) + "}", token, REQUEST, requestIds[i]))
                        .path("amount")
                        .decimalValue()
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"REMOVES, 200, none", "SETS_ZERO, 200, 0", "REFUSED, 400, 4000.00", "IGNORED, 200, 4000.00"})
    void removesByNullOmissionOrZeroAsSwitched(Behaviour.Removal removal, int status, String left) {
        for (String body : List.of("{\"Amount\":null}", "{}", "{\"amount\":0}")) {
            simulator.world().setBudgetOutside(CONTOSO_RETAIL, new BigDecimal("4000.00"));
            simulator
                    .switches()
                    .change(now -> now.withRemovalByNull(removal)
                            .withRemovalByOmission(removal)
                            .withRemovalByZero(removal));

            assertThat(client.patchBudget(CONTOSO_RETAIL, body, token).statusCode())
                    .as(body)
                    .isEqualTo(status);
            assertThat(simulator
                            .world()
                            .budget(CONTOSO_RETAIL)
                            .map(BigDecimal::toPlainString)
                            .orElse("none"))
                    .as(body)
                    .isEqualTo(left);
        }
    }

    @Test
    void saysThatThereIsNoBudgetInThreeWays() {
        String path = "/v1/customers/" + TAILSPIN_TOYS + "/usagebudget";
        assertThat(json(client.get(path, token)).has("amount")).isFalse();
        simulator.switches().change(now -> now.withUnset(Behaviour.Unset.NULL));
        assertThat(json(client.get(path, token)).path("amount").isNull()).isTrue();
        simulator.switches().change(now -> now.withUnset(Behaviour.Unset.NOT_FOUND));
        assertThat(client.get(path, token).statusCode()).isEqualTo(404);
    }

    @Test
    void marksOnlyTheRoutesItIsToldTo() {
        simulator.switches().change(now -> now.withByteOrderMark(Set.of(Route.GET_BUDGET)));

        assertThat(client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", token)
                        .body())
                .startsWith("\uFEFF{");
        assertThat(client.get("/v1/customers?size=1", token).body()).startsWith("{");
    }

    @Test
    void spellsInPascalCaseWhenTold() {
        simulator.switches().change(now -> now.withCasing(Behaviour.Casing.PASCAL));

        JsonNode budget = json(client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", token));

        assertThat(budget.path("Amount").decimalValue()).isEqualByComparingTo("4000");
        assertThat(budget.path("Attributes").path("ObjectType").textValue()).isEqualTo("SpendingBudget");
    }

    @Test
    void readsItsOwnClockWrongly() {
        simulator.switches().change(now -> now.withClockSkew(Duration.ofHours(-1)));

        assertThat(client.get("/v1/customers?size=1", token).headers().firstValue("Date"))
                .contains("Thu, 18 Jun 2026 07:42:07 GMT");
    }

    @Test
    void showsEveryReaderAnOldBudget() {
        simulator.switches().change(now -> now.withStaleReads(Duration.ofSeconds(60)));
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":1}", token);
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":2}", token);

        assertThat(read()).isEqualByComparingTo("4000");
        clock.move(Duration.ofSeconds(61));
        assertThat(read()).isEqualByComparingTo("2");
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(BigDecimal.TWO);
    }

    private BigDecimal read() {
        return json(client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagesummary", token))
                .path("budget")
                .path("amount")
                .decimalValue();
    }

    @ParameterizedTest
    @EnumSource(NextLinks.class)
    void linksInEveryStyle(NextLinks style) {
        simulator.switches().change(now -> now.withNextLinks(style));

        JsonNode page = json(client.get("/v1/customers?size=2", token));

        String rest = "/customers?size=2&seekOperation=Next";
        assertThat(Optional.ofNullable(
                        page.path("links").path("next").path("uri").textValue()))
                .isEqualTo(
                        switch (style) {
                            case WITHOUT_VERSION -> Optional.of(rest);
                            case WITH_VERSION -> Optional.of("/v1" + rest);
                            case WITHOUT_SLASH -> Optional.of("v1" + rest);
                            case ABSOLUTE -> Optional.of(simulator.baseUrl() + "/v1" + rest);
                            case ABSOLUTE_ELSEWHERE -> Optional.of("https://api.partnercenter.example/v1" + rest);
                            case ELSEWHERE_WITHOUT_SCHEME -> Optional.of("//api.partnercenter.example/v1" + rest);
                            case ABSENT -> Optional.empty();
                        });
        assertThat(page.has("continuationToken")).isTrue();
    }
}
