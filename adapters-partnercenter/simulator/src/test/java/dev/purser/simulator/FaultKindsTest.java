package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultKindsTest extends RunningSimulator {

    private static final String RAISE = "{\"Amount\":5000.00}";
    private static final BigDecimal RAISED = new BigDecimal("5000.00");
    private static final BigDecimal BEFORE = new BigDecimal("4000.00");

    private String token = "";

    @BeforeEach
    void signIn() {
        token = client.appOnly();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void refusesWithoutApplying(Refusal refusal) {
        patchMeets(new Fault.Refuse(refusal));

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, token);

        assertThat(response.statusCode()).isEqualTo(refusal.reply().status());
        assertThat(response.body()).isEqualTo(refusal.reply().body());
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void appliesLongAfterTheConnectionWasReset() {
        patchMeets(
                both(new Fault.ApplyAfter(Duration.ofMillis(400)), new Fault.Reset(Fault.ResetMoment.AFTER_READING)));

        RawCaller.Received received = patchRaw();

        assertThat(received.wasReset()).isTrue();
        assertThat(received.received()).isEmpty();
        assertThat(simulator.journal().applied()).isEmpty();
        Eventually.isTrue(() -> simulator.world().budget(CONTOSO_RETAIL).equals(Optional.of(RAISED)));
        Exchange patch = onlyPatch();
        assertThat(patch.ending()).isInstanceOf(Exchange.Ending.Broken.class);
        assertThat(simulator.journal().appliedIn(patch.number())).hasSize(1);
    }

    @Test
    void appliesAtOnceAndAnswersSomethingElse() {
        patchMeets(both(new Fault.ApplyAfter(Duration.ZERO), new Fault.Refuse(Refusal.UNAVAILABLE)));

        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(503);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(RAISED);
    }

    @Test
    void waitsForTheLateWorkWhenNothingElseIsToBeAnswered() {
        patchMeets(new Fault.ApplyAfter(Duration.ofMillis(200)));

        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(200);
        assertThat(simulator.journal().applied()).hasSize(1);
    }

    @Test
    void resetsBeforeTheBodyIsRead() {
        patchMeets(new Fault.Reset(Fault.ResetMoment.BEFORE_READING));

        RawCaller.Received received = patchRaw();

        assertThat(received.wasReset()).isTrue();
        assertThat(onlyPatch().body()).isEmpty();
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @Test
    void resetsInTheMiddleOfTheAnswer() {
        patchMeets(new Fault.Reset(Fault.ResetMoment.IN_THE_ANSWER));

        assertThatThrownBy(() -> client.exchanged(client.patchRequest(CONTOSO_RETAIL, RAISE, token)))
                .isInstanceOf(IOException.class);

        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(RAISED);
        assertThat(onlyPatch().ending()).isInstanceOf(Exchange.Ending.Broken.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.Framing.class)
    void cutsTheAnswerShort(Fault.Framing framing) {
        patchMeets(new Fault.Cut(10, framing));

        RawCaller.Received received = patchRaw();

        assertThat(received.received()).startsWith("HTTP/1.1 200 ");
        switch (framing) {
            case CONTENT_LENGTH -> assertThat(received.body()).isEqualTo("{\"amount\":");
            case CHUNKED ->
                assertThat(received.body()).startsWith("a\r\n{\"amount\":").doesNotEndWith("0\r\n\r\n");
        }
        assertThatThrownBy(() -> {
                    patchMeets(new Fault.Cut(10, framing));
                    client.exchanged(client.patchRequest(CONTOSO_RETAIL, RAISE, token));
                })
                .isInstanceOf(IOException.class);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(RAISED);
    }

    @Test
    void dripsChunksAndHintsAndIsReadAllTheSame() {
        for (Fault fault : List.of(
                new Fault.Drip(20, Duration.ofMillis(5)),
                new Fault.Chunked(3),
                new Fault.Interim(103, 3),
                both(new Fault.Chunked(5), new Fault.Interim(103, 1)))) {
            patchMeets(fault);

            HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, token);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response).path("amount").decimalValue()).isEqualByComparingTo(RAISED);
        }
        patchMeets(new Fault.Interim(100, 2));
        assertThat(patchRaw().received())
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ");
    }

    @ParameterizedTest
    @EnumSource(Fault.Compression.class)
    void compressesWithoutBeingAsked(Fault.Compression form) throws IOException {
        patchMeets(new Fault.Gzip(form));

        RawCaller.Received received = patchRaw();

        boolean labelled = received.received().toLowerCase(Locale.ROOT).contains("content-encoding: gzip");
        assertThat(labelled).isEqualTo(form != Fault.Compression.UNLABELLED);
        byte[] body = received.body().getBytes(StandardCharsets.ISO_8859_1);
        switch (form) {
            case RIGHT, UNLABELLED -> assertThat(unpacked(body)).startsWith("{\"amount\":5000.00");
            case CORRUPT, LABEL_ONLY -> assertThatThrownBy(() -> unpacked(body)).isInstanceOf(ZipException.class);
            case CUT -> assertThatThrownBy(() -> unpacked(body)).isInstanceOf(IOException.class);
        }
    }

    private static String unpacked(byte[] body) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void streamsMoreThanAnyoneWantsToRead() {
        patchMeets(new Fault.Huge(20_000_000));

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, token);

        assertThat(response.body()).hasSizeGreaterThan(20_000_000).endsWith("\"objectType\":\"SpendingBudget\"}}");
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().length());
    }

    @Test
    void nestsDeeply() {
        patchMeets(new Fault.Deep(5_000));

        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).body())
                .startsWith("{\"extra\":[[[")
                .hasSizeGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308})
    void redirectsToWhereItIs(int status) {
        patchMeets(new Fault.Redirect(status, Optional.empty()));

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, token);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Location"))
                .contains("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget");
        assertThat(simulator.journal().applied()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204})
    void appliesAndAnswersAnotherSuccess(int status) {
        patchMeets(new Fault.AnswerStatus(status));

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, token);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body().isEmpty()).isEqualTo(status == 204);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(RAISED);
    }

    @Test
    void answersAnotherAmountThanItApplied() {
        patchMeets(new Fault.AnotherAmount(Optional.of(new BigDecimal("17.50"))));
        assertThat(json(client.patchBudget(CONTOSO_RETAIL, RAISE, token))
                        .path("amount")
                        .decimalValue())
                .isEqualByComparingTo("17.50");
        patchMeets(new Fault.AnotherAmount(Optional.empty()));
        assertThat(json(client.patchBudget(CONTOSO_RETAIL, RAISE, token)).has("amount"))
                .isFalse();
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(RAISED);
    }

    @Test
    void callsItsAnswerSomethingElse() {
        patchMeets(new Fault.WrongContentType("image/png"));

        HttpResponse<String> response = client.patchBudget(CONTOSO_RETAIL, RAISE, token);

        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(json(response).path("amount").decimalValue()).isEqualByComparingTo(RAISED);
    }

    @Test
    void leavesTheCallerHanging() {
        patchMeets(new Fault.Hang());

        assertThatThrownBy(() -> client.exchanged(
                        client.patchRequest(CONTOSO_RETAIL, RAISE, token).timeout(Duration.ofMillis(200))))
                .isInstanceOf(IOException.class);

        assertThat(simulator.journal().applied()).isEmpty();
        Eventually.isTrue(() -> onlyPatch().finished().isPresent());
    }

    @Test
    void refusesConnectionsForAWhile() {
        patchMeets(new Fault.RefuseConnections(Duration.ofMillis(700)));

        assertThatThrownBy(() -> client.exchanged(client.patchRequest(CONTOSO_RETAIL, RAISE, token)))
                .isInstanceOf(IOException.class);
        Eventually.isTrue(this::refused);
        Eventually.isTrue(() -> !refused());

        assertThat(client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .isEqualTo(200);
        assertThat(simulator.journal().applied()).hasSize(1);
    }

    private boolean refused() {
        try {
            HttpResponse<String> _ = client.exchanged(client.request("/v1/customers?size=1", token));
            return false;
        } catch (ConnectException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void showsReadersTheOldBudgetForAWhile() {
        patchMeets(new Fault.StaleReads(Duration.ofSeconds(30)));

        assertThat(json(client.patchBudget(CONTOSO_RETAIL, RAISE, token))
                        .path("amount")
                        .decimalValue())
                .isEqualByComparingTo(RAISED);

        assertThat(read()).isEqualByComparingTo(BEFORE);
        clock.move(Duration.ofSeconds(29));
        assertThat(read()).isEqualByComparingTo(BEFORE);
        clock.move(Duration.ofSeconds(1));
        assertThat(read()).isEqualByComparingTo(RAISED);
        Applied applied = simulator.journal().applied().getFirst();
        assertThat(applied.visibleFrom()).isEqualTo(applied.at().plusSeconds(30));
    }

    @Test
    void isOvertakenByAnOutsideEditBeforeAndAfter() {
        simulator
                .faults()
                .next(
                        CONTOSO_RETAIL,
                        Route.GET_BUDGET,
                        edit(Fault.Moment.AFTER, new Fault.Edit.Set(Optional.of(new BigDecimal("9200")))),
                        1);
        assertThat(read()).isEqualByComparingTo(BEFORE);
        assertThat(read()).isEqualByComparingTo("9200");

        patchMeets(edit(Fault.Moment.BEFORE, new Fault.Edit.Add(new BigDecimal("100"))));
        client.patchBudget(CONTOSO_RETAIL, RAISE, token);

        assertThat(simulator.journal().applied(CONTOSO_RETAIL))
                .extracting(
                        Applied::origin,
                        one -> one.after().orElseThrow().intValue(),
                        one -> one.exchange().isPresent())
                .containsExactly(
                        tuple(Origin.OUTSIDE, 9200, false),
                        tuple(Origin.OUTSIDE, 9300, false),
                        tuple(Origin.API, 5000, true));
    }

    @Test
    void strikesTheRequestWhoseTurnItIs() {
        client.control(
                "POST",
                "/simulator/faults",
                "{\"route\":\"PATCH_BUDGET\",\"skip\":2,\"times\":1,\"fault\":{\"kind\":\"refuse\",\"as\":\"conflict\"}}");

        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(_ -> client.patchBudget(CONTOSO_RETAIL, RAISE, token).statusCode())
                .toList();

        assertThat(statuses).containsExactly(200, 200, 409, 200);
    }

    private BigDecimal read() {
        return json(client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", token))
                .path("amount")
                .decimalValue();
    }

    private void patchMeets(Fault fault) {
        simulator.faults().next(CONTOSO_RETAIL, Route.PATCH_BUDGET, fault, 1);
    }

    private RawCaller.Received patchRaw() {
        return RawCaller.send(
                simulator.baseUrl(), "PATCH", "/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", token, RAISE);
    }

    private Exchange onlyPatch() {
        List<Exchange> patches = simulator.journal().exchanges(Route.PATCH_BUDGET);
        assertThat(patches).hasSize(1);
        return patches.getFirst();
    }

    private static Fault both(Fault one, Fault other) {
        return new Fault.Combined(List.of(one, other));
    }

    private static Fault edit(Fault.Moment moment, Fault.Edit edit) {
        return new Fault.OutsideEdit(moment, edit, Duration.ZERO);
    }
}
