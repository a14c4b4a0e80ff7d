package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.COHO_WINERY;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest extends RunningSimulator {

    private static final String RAISE = "{\"Amount\":5000.00}";

    @Test
    void appliesAndThenDropsTheConnection() {
        String token = client.appOnly();
        simulator.faults().next(CONTOSO_RETAIL, Route.PATCH_BUDGET, new Fault.ApplyThenDrop(), 1);

        assertThatThrownBy(() -> client.exchanged(client.patchRequest(CONTOSO_RETAIL, RAISE, token)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);

        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("5000.00"));
        assertThat(simulator.journal().applied(CONTOSO_RETAIL)).hasSize(1);
        assertThat(onlyPatch().ending()).isInstanceOf(Exchange.Ending.Broken.class);
        assertThat(onlyPatch().fault()).contains(new Fault.ApplyThenDrop());
    }

    @Test
    void dropsTheConnectionWithoutApplying() {
        String token = client.appOnly();
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.DropBeforeApplying(), 1);

        assertThatThrownBy(() -> client.exchanged(client.patchRequest(CONTOSO_RETAIL, RAISE, token)))
                .isInstanceOf(IOException.class);

        assertThat(simulator.journal().applied()).isEmpty();
        assertThat(onlyPatch().ending()).isInstanceOf(Exchange.Ending.Broken.class);
        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers500AfterApplying() {
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.ServerErrorAfterApplying(), 1);

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(json(response).path("code").textValue()).isEqualTo("800003");
        assertThat(simulator.journal().applied()).hasSize(1);
        assertThat(onlyPatch().status()).contains(500);
    }

    @Test
    void throttlesInSeconds() {
        simulator
                .faults()
                .next(
                        Route.PATCH_BUDGET,
                        new Fault.TooManyRequests(Duration.ofSeconds(41), Fault.RetryAfter.SECONDS),
                        1);

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("41");
        assertThat(response.body())
                .isEqualTo("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 41 seconds.\"}");
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void throttlesUntilADate() {
        simulator
                .faults()
                .next(
                        Route.GET_BUDGET,
                        new Fault.TooManyRequests(Duration.ofSeconds(60), Fault.RetryAfter.HTTP_DATE),
                        1);

        HttpResponse<String> response =
                client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", client.appOnly());

        assertThat(response.headers().firstValue("Retry-After")).contains("Thu, 18 Jun 2026 08:43:07 GMT");
    }

    @Test
    void appliesLateEvenIfTheCallerHasLeft() {
        String token = client.appOnly();
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.Slow(Duration.ofMillis(600)), 1);

        assertThatThrownBy(() -> client.exchanged(
                        client.patchRequest(CONTOSO_RETAIL, RAISE, token).timeout(Duration.ofMillis(150))))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.journal().applied()).isEmpty();

        await(() -> !simulator.journal().applied().isEmpty());
        assertThat(onlyPatch().ending()).isInstanceOf(Exchange.Ending.Broken.class);
    }

    @Test
    void answersSlowlyButRight() {
        String token = client.appOnly();
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.Slow(Duration.ofMillis(300)), 1);

        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> client.patchBudget(CONTOSO_RETAIL, RAISE, token));
        await(() -> !simulator.journal().exchanges(Route.PATCH_BUDGET).isEmpty());
        assertThat(onlyPatch().ending()).isEqualTo(new Exchange.Ending.UnderWay());

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(onlyPatch().status()).contains(200);
    }

    @ParameterizedTest
    @EnumSource(Fault.Shape.class)
    void answersABodyThatIsNoBudgetAfterApplying(Fault.Shape shape) {
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.Malformed(shape), 1);

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(200);
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        switch (shape) {
            case TRUNCATED ->
                assertThat(response.body()).startsWith("{\"amount\"").doesNotEndWith("}");
            case HTML -> assertThat(type).isEqualTo("text/html; charset=utf-8");
            case WRONG_TYPE ->
                assertThat(json(response).path("amount").isObject()).isTrue();
            case EMPTY -> assertThat(response.body()).isEmpty();
            case XML -> assertThat(type).isEqualTo("application/xml; charset=utf-8");
            case NULL -> assertThat(response.body()).isEqualTo("null");
            case ARRAY ->
                assertThat(json(response).path(0).path("amount").decimalValue()).isEqualByComparingTo("5000");
            case TRAILING_TEXT ->
                assertThat(response.body()).startsWith("{\"amount\"").endsWith("-->");
            case NOT_UTF_8 -> assertThat(response.body()).contains("\uFFFD");
            case ENDLESS_NUMBER -> assertThat(response.body()).contains("1e999999999");
        }
        assertThat(simulator.journal().applied()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Route.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void strikesEveryRoute(Route route) {
        String token = client.appAndUser();
        simulator.faults().next(route, new Fault.AnswerWith(502, "text/html", "<h2>502 - Bad Gateway</h2>"), 1);

        HttpResponse<String> response = switch (route) {
            case TOKEN -> client.tokenV2(client.appOnlyForm());
            case PATCH_BUDGET -> client.patchBudget(CONTOSO_RETAIL, RAISE, token);
            default -> client.get(Addresses.of(route, simulator.world().customer(CONTOSO_RETAIL)), token);
        };

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).isEqualTo("<h2>502 - Bad Gateway</h2>");
        assertThat(simulator.journal().exchanges(route).getLast().fault()).isPresent();
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void refusesInMicrosoftsWordsWhenAsked() {
        simulator.faults().next(CONTOSO_RETAIL, Route.PATCH_BUDGET, Fault.refusal(403, "900150", "Not your role."), 1);

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, client.appOnly());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).path("code").textValue()).isEqualTo("900150");
        assertThat(json(response).path("description").textValue()).isEqualTo("Not your role.");
    }

    @Test
    void strikesOnlyTheCustomerAndTheTimesItIsMeantFor() {
        String token = client.appOnly();
        simulator.faults().next(CONTOSO_RETAIL, Route.PATCH_BUDGET, new Fault.ServerErrorAfterApplying(), 2);

        assertThat(client.patchBudget(COHO_WINERY, RAISE, token).statusCode()).isEqualTo(200);
        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(500);
        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(500);
        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(200);
        assertThat(simulator.faults().rules()).isEmpty();
    }

    @Test
    void isNotUsedUpByARequestWithoutAGoodToken() {
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.ServerErrorAfterApplying(), 1);

        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, "garbage").statusCode())
                .isEqualTo(401);
        assertThat(simulator.faults().rules()).hasSize(1);
    }

    @Test
    void strikesAboutTheShareAskedForAndTheSameOnesAgain() {
        List<Boolean> first = drawn(7);

        assertThat(first.stream().filter(struck -> struck).count()).isBetween(150L, 250L);
        assertThat(drawn(7)).isEqualTo(first);
        assertThat(drawn(8)).isNotEqualTo(first);
    }

    private static List<Boolean> drawn(long seed) {
        Faults faults = new Faults();
        faults.randomly(Route.PATCH_BUDGET, 20, seed, new Fault.ApplyThenDrop());
        return IntStream.range(0, 1000)
                .mapToObj(_ -> faults.meet(Route.PATCH_BUDGET, Optional.of(CONTOSO_RETAIL))
                        .isPresent())
                .toList();
    }

    @Test
    void forgetsAllRulesWhenCleared() {
        simulator.faults().randomly(Route.PATCH_BUDGET, 100, 1, new Fault.ServerErrorAfterApplying());
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.ServerErrorAfterApplying(), 5);
        simulator.faults().clear();

        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, client.appOnly()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesRulesThatCouldNeverStrike() {
        Fault fault = new Fault.ApplyThenDrop();

        assertThatThrownBy(() -> simulator.faults().next(CONTOSO_RETAIL, Route.TOKEN, fault, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.faults().next(Route.OTHER, fault, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.faults().next(Route.TOKEN, fault, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.faults().randomly(Route.TOKEN, 101, 1, fault))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seesTwoPatchesOfOneCustomerThatOverlap() {
        String token = client.appOnly();
        simulator.faults().next(CONTOSO_RETAIL, Route.PATCH_BUDGET, new Fault.Slow(Duration.ofMillis(300)), 1);
        CompletableFuture<HttpResponse<String>> slow =
                CompletableFuture.supplyAsync(() -> client.patchBudget(CONTOSO_RETAIL, RAISE, token));
        await(() -> !simulator.journal().exchanges(Route.PATCH_BUDGET).isEmpty());
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":6000}", token);
        slow.join();
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":7000}", token);

        List<Exchange> patches = simulator.journal().exchanges(Route.PATCH_BUDGET, CONTOSO_RETAIL);
        assertThat(patches).hasSize(3);
        assertThat(patches.get(0).overlaps(patches.get(1))).isTrue();
        assertThat(patches.get(1).overlaps(patches.get(2))).isFalse();
        assertThat(patches.get(0).overlaps(patches.get(2))).isFalse();
        assertThat(patches.get(1).body()).isEqualTo("{\"Amount\":6000}");
        assertThat(simulator.journal().applied())
                .extracting(change -> change.after().orElseThrow().toPlainString())
                .containsExactly("6000", "5000.00", "7000");
    }

    @Test
    void takesItsTimeWhenToldTo() {
        SimulatorSettings slow = settings.withLatency(new Latency(Duration.ofMillis(120), Duration.ofMillis(150)));
        try (PartnerCenterSimulator other = PartnerCenterSimulator.start(slow);
                ApiClient caller = new ApiClient(other, slow)) {
            long start = System.nanoTime();
            caller.appOnly();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(115));
        }
    }

    private Exchange onlyPatch() {
        List<Exchange> patches = simulator.journal().exchanges(Route.PATCH_BUDGET);
        assertThat(patches).hasSize(1);
        return patches.getFirst();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the condition never came true").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
