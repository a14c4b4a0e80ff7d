package dev.purser.partnercenter;

import static dev.purser.partnercenter.WireStage.CORRELATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Trouble;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetSendingTest {

    private static final SpendingLimit WANTED = SpendingLimit.of("8250.50");

    private final WireStage stage = new WireStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void sendsTheDocumentedRequest() {
        stage.api.answer(Reply.sample(200, "budget-patch-200.json"));

        stage.send(WANTED);

        var request = stage.api.lastRequest();
        assertThat(request.line())
                .isEqualTo("PATCH /v1/customers/c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2/usagebudget HTTP/1.1");
        assertThat(request.headers())
                .containsExactlyInAnyOrder(
                        "Authorization: Bearer token-1",
                        "Accept: application/json",
                        "Content-Type: application/json; charset=utf-8",
                        "MS-RequestId: " + WireStage.REQUEST,
                        "MS-CorrelationId: " + CORRELATION,
                        "MS-Contract-Version: v1",
                        "X-Locale: en-US",
                        "MS-PartnerCenter-Application: Purser",
                        "host: " + stage.api.url().getAuthority(),
                        "content-length: " + request.body().length());
        assertThat(request.body()).isEqualTo("{\"Amount\":8250.5,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}");
    }

    @Test
    void sendsTheSameObjectAsTheDocumentedSamples() throws IOException {
        var json = new ObjectMapper();
        stage.api.answer(_ -> Reply.sample(200, "budget-patch-200.json"));

        stage.send(WANTED);
        assertThat(json.readTree(stage.api.lastRequest().body()))
                .isEqualTo(json.readTree(Samples.bytes("budget-patch-request.json")));

        stage.send(SpendingLimit.notSet());
        assertThat(json.readTree(stage.api.lastRequest().body()))
                .isEqualTo(json.readTree(Samples.bytes("budget-patch-request-remove.json")));
    }

    @Test
    void removesABudgetByAnExplicitNull() {
        stage.api.answer(Reply.sample(200, "budget-patch-200-removed.json"));

        assertThat(stage.send(SpendingLimit.notSet()))
                .isEqualTo(new Answer.Shown(SpendingLimit.notSet(), 200, CORRELATION));
        assertThat(stage.api.lastRequest().body())
                .isEqualTo("{\"Amount\":null,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.01", "12345678901234567890.123", "0.0000000001", "100000000000000000000", "1E+7", "300"})
    void writesEveryDigitAndNeverAnExponent(String amount) {
        var wanted = SpendingLimit.of(amount);
        var plain = wanted.amount().toPlainString();
        stage.api.answer(Reply.json(200, "{\"amount\":" + plain + "}"));

        assertThat(stage.send(wanted)).isEqualTo(new Answer.Shown(wanted, 200, CORRELATION));
        assertThat(stage.api.lastRequest().body())
                .startsWith("{\"Amount\":" + plain + ",")
                .doesNotContain("E+");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void showsWhateverBudgetMicrosoftShows(int status) {
        stage.api.answer(Reply.json(status, "{\"amount\":8250}"));

        assertThat(stage.send(WANTED)).isEqualTo(new Answer.Shown(SpendingLimit.of("8250"), status, CORRELATION));
    }

    @ParameterizedTest
    @CsvSource({
        "400,error-400-invalid-input.json,800002",
        "403,error-403-no-relationship.json,20002",
        "404,error-404-tenant.json,60003",
    })
    void isRejectedByADefiniteNo(int status, String sample, String code) {
        stage.api.answer(Reply.sample(status, sample));

        assertThat(stage.send(WANTED)).isInstanceOfSatisfying(Answer.Rejected.class, rejected -> {
            assertThat(rejected.refusal().status()).isEqualTo(status);
            assertThat(rejected.refusal().code()).contains(code);
            assertThat(rejected.refusal().correlation()).isEqualTo(CORRELATION);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error-401-access-denied.json",
                "error-401-partner-token-missing.json",
                "error-401-wrong-audience.json",
                "error-401-mfa-required.json"
            })
    void doesNotRepeatAfterA401ButDropsTheToken(String sample) {
        stage.api.answer(Reply.sample(401, sample), Reply.sample(200, "budget-patch-200.json"));

        assertThat(stage.send(WANTED)).isInstanceOf(Answer.Unauthorized.class);
        assertThat(stage.api.requests()).hasSize(1);
        assertThat(stage.authority.requests()).hasSize(1);

        assertThat(stage.send(WANTED)).isInstanceOf(Answer.Shown.class);
        assertThat(stage.api.lastRequest().header("Authorization")).contains("Bearer token-2");
    }

    @Test
    void isThrottled() {
        stage.api.answer(Reply.sample(429, "error-429.json", "Retry-After: 41"));

        assertThat(stage.send(WANTED)).isInstanceOfSatisfying(Answer.Throttled.class, throttled -> {
            assertThat(throttled.pause()).isBetween(Duration.ofSeconds(41), Duration.ofMillis(45_100));
            assertThat(throttled.correlation()).isEqualTo(CORRELATION);
        });
        assertThat(stage.api.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "500,error-500.json,500 800003 Unexpected failure in the service (made-up text)",
        "502,error-502-gateway.html,502 502 - Bad Gateway",
        "503,error-403-role-plain.txt,503 The supplied role does not have the rights to perform the requested operation.",
        "408,error-400-model-state.json,408 The request is invalid.",
        "409,error-400-model-state.json,409 The request is invalid.",
        "412,error-400-model-state.json,412 The request is invalid.",
    })
    void isLostInAnErrorOfTheServiceAndNotRepeated(int status, String sample, String detail) {
        stage.api.answer(_ -> Reply.sample(status, sample));

        assertThat(stage.send(WANTED))
                .isEqualTo(new Answer.Lost(new Trouble(Trouble.Kind.SERVICE_ERROR, detail), CORRELATION));
        assertThat(stage.api.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"amount\":\"8250.50\"}", "{\"amount\":82", "<html>fine</html>"})
    void isLostInASuccessThatCannotBeRead(String body) {
        stage.api.answer(Reply.json(200, body));

        assertThat(stage.send(WANTED))
                .isInstanceOfSatisfying(
                        Answer.Lost.class,
                        lost -> assertThat(lost.trouble().kind()).isEqualTo(Trouble.Kind.UNREADABLE));
    }

    @Test
    void isLostInASuccessWithoutContent() {
        stage.api.answer(Reply.of(204, new byte[0]));

        assertThat(stage.send(WANTED))
                .isEqualTo(new Answer.Lost(new Trouble(Trouble.Kind.UNREADABLE, "204 empty"), CORRELATION));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void isLostInARedirectWhichIsNotFollowed(int status) {
        try (var elsewhere = new RawServer()) {
            stage.api.answer(_ -> Reply.of(status, new byte[0], "Location: " + elsewhere.url()));

            assertThat(stage.send(WANTED))
                    .isEqualTo(new Answer.Lost(new Trouble(Trouble.Kind.UNREADABLE, status + " Reason"), CORRELATION));
            assertThat(elsewhere.connections()).isZero();
            assertThat(stage.api.requests()).hasSize(1);
        }
    }
}
