package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.partnercenter.Trouble;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetReadingTest {

    private final WireStage stage = new WireStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void asksWithTheDocumentedHeadersAndNoOthers() {
        stage.api.answer(Reply.sample(200, "budget-get-200.json"));

        var reading = stage.read();

        var request = stage.api.lastRequest();
        assertThat(request.line())
                .isEqualTo("GET /v1/customers/c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2/usagebudget HTTP/1.1");
        assertThat(request.headers())
                .extracting(header -> header.substring(0, header.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "Authorization",
                        "Accept",
                        "MS-RequestId",
                        "MS-CorrelationId",
                        "MS-Contract-Version",
                        "X-Locale",
                        "MS-PartnerCenter-Application",
                        "host");
        assertThat(request.headers())
                .contains(
                        "Authorization: Bearer token-1",
                        "Accept: application/json",
                        "MS-Contract-Version: v1",
                        "X-Locale: en-US",
                        "MS-PartnerCenter-Application: Purser");
        assertThat(request.body()).isEmpty();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.correlation())
                                .hasToString(request.header("MS-CorrelationId").orElseThrow()));
        assertThat(request.header("MS-RequestId").map(UUID::fromString)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":12345678901234567890.123}|12345678901234567890.123",
                "{\"Amount\":8250.50,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}|8250.50",
                "{\"amount\":0}|0",
                "{\"amount\":1.5E3}|1500",
                "{\"amount\":1E+3}|1000",
                "{\"amount\":1e-2}|0.01",
                "{\"amount\":-0.0}|0",
                "{\"amount\":0.1,\"attributes\":\"\",\"links\":\"\",\"news\":[1,{}]}|0.1",
                "{\"amount\":300.000000,\"attributes\":null}|300"
            })
    void readsAmountsExactly(String body, String amount) {
        stage.api.answer(Reply.json(200, body));

        assertThat(limit(stage.read())).isEqualTo(SpendingLimit.of(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":-1}",
                "{\"amount\":\"7500\"}",
                "{\"amount\":\"\"}",
                "{\"amount\":true}",
                "{\"amount\":{}}",
                "{\"amount\":1e999999999}",
                "{\"amount\":1e-999999999}",
                "{\"amount\":1e-2147483648}",
                "{\"amount\":1e99999999999999999999}",
                "{\"amount\":NaN}",
                "{\"amount\":7500",
                "{\"amount\":7500}{\"amount\":1}",
                "{\"amount\":1,\"attributes\":{\"objectType\":\"Customer\"}}",
                "{\"amount\":1,\"amount\":1}",
                "{\"amount\":1,\"Amount\":1}",
                "{\"amount\":1,\"attributes\":{\"objectType\":\"SpendingBudget\",\"ObjectType\":\"Customer\"}}",
                "{\"amount\":[7500]}",
                "{\"amount\":Infinity}",
                "{\"amount\":\"NaN\"}",
                "{\"amount\":+1}",
                "{\"amount\":1,}",
                "{'amount':1}",
                "{}",
                "{\"amount\":null}",
                "{\"usageSpendingBudget\":300,\"attributes\":{\"objectType\":\"SpendingBudget\"}}",
                "{\"attributes\":{}}",
                "{\"attributes\":{\"objectType\":\"\"}}",
                "{\"attributes\":{\"objectType\":\"Customer\"}}",
                "{\"attributes\":[{\"objectType\":\"SpendingBudget\"}]}",
                "{\"statusCode\":200,\"message\":\"OK\"}",
                "[]",
                "null",
                "\"\"",
                "7500",
                "",
                "<html></html>"
            })
    void neverTakesAnythingElseForABudget(String body) {
        stage.api.answer(Reply.json(200, body));

        assertThat(trouble(stage.read()).kind()).isEqualTo(Trouble.Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Amount\":null,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}",
                "{\"attributes\":{\"objectType\":\"spendingBUDGET\"},\"links\":null}",
                "{\"usageSpendingBudget\":null,\"attributes\":{\"objectType\":\" SpendingBudget \"}}",
            })
    void believesThatNoBudgetIsSetOnlyOfABudget(String body) {
        stage.api.answer(Reply.json(200, body));

        assertThat(limit(stage.read())).isEqualTo(SpendingLimit.notSet());
    }

    @Test
    void doesNotQuoteAnUnreadableAnswer() {
        stage.api.answer(Reply.json(200, "{\"amount\": secret-words }"));

        assertThat(trouble(stage.read()).detail()).startsWith("200 ").doesNotContain("secret");
    }

    @Test
    void doesNotTakeAnEmptySuccessForAnUnsetBudget() {
        stage.api.answer(Reply.of(204, new byte[0]));

        assertThat(trouble(stage.read())).isEqualTo(new Trouble(Trouble.Kind.UNREADABLE, "204 empty"));
    }

    @ParameterizedTest
    @CsvSource({
        "400,error-400-invalid-input.json,800002,The request input is not valid (made-up text),REQUEST",
        "400,error-400-invalid-customer.json,900118,The customer identifier is not valid (made-up text),RELATIONSHIP_ENDED",
        "400,error-400-model-state.json,,The request is invalid.,REQUEST",
        "403,error-403-no-relationship.json,20002,No commerce relationship,RELATIONSHIP_ENDED",
        "403,error-403-role.json,900150,The caller role is not allowed to do this (made-up text),RIGHT_MISSING",
        "403,error-403-role-plain.txt,,The supplied role does not have the rights,RIGHT_MISSING",
        "404,error-404-not-found.json,1000,Resource not found (made-up text),NOT_FOUND",
        "404,error-404-tenant.json,60003,Tenant not found (made-up text),RELATIONSHIP_ENDED",
        "405,error-502-gateway.html,,502 - Bad Gateway,REQUEST",
    })
    void tellsARefusalWithCodeAndWords(int status, String sample, String code, String words, Refusal.Kind kind) {
        stage.api.answer(Reply.sample(status, sample));

        var refusal = refusal(stage.read());

        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(refusal.words()).startsWith(words);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.correlation())
                .hasToString(stage.api.lastRequest().header("MS-CorrelationId").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Code\":\"900150\",\"Description\":\"No\",\"Data\":[]}|900150|No",
                "{\"code\":900150,\"description\":\"No\"}|900150|No",
                "{\"code\":\"900150\",\"description\":null,\"data\":[\"x\",{}]}|900150|Reason",
                "{\"code\":\"\",\"description\":\" \"}||Reason",
                "{\"statusCode\":403,\"message\":\"No\"}||No",
                "{\"error\":{\"code\":\"A\",\"message\":\"B\"}}||{\"error\":{\"code\":\"A\",\"message\":\"B\"}}",
                "{\"code\":\"900150\"||{\"code\":\"900150\"",
                "No||No",
            })
    void takesCodeAndWordsFromWhereverTheyStand(String body, @Nullable String code, String words) {
        stage.api.answer(Reply.json(403, body));

        var refusal = refusal(stage.read());

        assertThat(refusal.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(refusal.words()).isEqualTo(words);
    }

    @Test
    void tellsTheReasonPhraseAndTheChallengeWhereThereIsNoBody() {
        stage.api.answer(_ -> new Reply.Bytes(Reply.message(
                "401 Unauthorized - MFA required",
                Buffer.buffer(),
                "WWW-Authenticate: Bearer error=\"invalid_token\"")));

        assertThat(refusal(stage.read()).words())
                .isEqualTo("Unauthorized - MFA required (Bearer error=\"invalid_token\")");
    }

    @Test
    void cutsEndlessWordsAndPutsThemOnOneLine() {
        stage.api.answer(Reply.of(403, ("no\r\n\tway " + "é".repeat(2000)).getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal(stage.read()).words()).startsWith("no way éé").hasSize(1024);
    }

    @Test
    void callsAPageWithoutATitleWhatItIs() {
        stage.api.answer(Reply.of(403, "<html><body>x</body></html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal(stage.read()).words()).isEqualTo("HTML page");
    }

    @ParameterizedTest
    @CsvSource({
        "500,error-500.json,500 800003 Unexpected failure in the service (made-up text)",
        "500,error-500-try-later.json,'500 900192 Temporary failure, retry later (made-up text)'",
        "502,error-502-gateway.html,502 502 - Bad Gateway",
        "501,error-500.json,501 800003 Unexpected failure in the service (made-up text)",
        "408,error-400-model-state.json,408 The request is invalid.",
    })
    void tellsAnErrorOfTheService(int status, String sample, String detail) {
        stage.api.answer(_ -> Reply.sample(status, sample));

        assertThat(trouble(stage.read())).isEqualTo(new Trouble(Trouble.Kind.SERVICE_ERROR, detail));
    }

    @Test
    void doesNotFollowARedirect() {
        try (var elsewhere = new RawServer()) {
            elsewhere.answer(_ -> Reply.sample(200, "budget-get-200.json"));
            stage.api.answer(_ -> Reply.of(302, new byte[0], "Location: " + elsewhere.url() + "/v1/customers"));

            assertThat(trouble(stage.read())).isEqualTo(new Trouble(Trouble.Kind.UNREADABLE, "302 Reason"));
            assertThat(elsewhere.requests()).isEmpty();
            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/gateway", "/gateway/"})
    void keepsAPathBeforeTheVersion(String path) {
        try (var below = new WireStage(WireStage.below(path))) {
            below.api.answer(Reply.sample(200, "budget-get-200.json"));

            assertThat(limit(below.read())).isEqualTo(SpendingLimit.of("7500"));
            assertThat(below.api.lastRequest().line())
                    .startsWith("GET " + path.replaceAll("/$", "") + "/v1/customers/c2a7d9e4");
        }
    }

    @Test
    void readsNoMoreThanAMebibyte() {
        stage.api.answer(Reply.json(200, " ".repeat(HttpCall.ONE_RESOURCE) + "{\"amount\":1}"));

        assertThat(trouble(stage.read())).isEqualTo(new Trouble(Trouble.Kind.UNREADABLE, "longer than 1048576 bytes"));
    }

    @Test
    void saysOfAnAccountThatIsNotSetUpThatItIsNot() {
        var name = new AccountName("other");
        var stranger = new CustomerId(name, WireStage.NORDLICHT.tenant());
        var notSetUp = new Trouble(Trouble.Kind.ACCOUNT_NOT_SET_UP, "other");
        var fence = SendFence.raise(InstantSource.system(), System::nanoTime, Duration.ofSeconds(10));
        var order = new Budgets.Order(stranger, SpendingLimit.of("1"), UUID.randomUUID(), UUID.randomUUID());

        assertThat(trouble(stage.partnerCenter.budgets().read(stranger))).isEqualTo(notSetUp);
        assertThat(stage.partnerCenter.budgets().send(order, fence)).isEqualTo(new Answer.NeverSent(notSetUp));
        assertThat(stage.partnerCenter.usages().canRead(name)).isFalse();
        assertThat(stage.partnerCenter.usages().read(stranger)).isInstanceOf(Reading.Unavailable.class);
        assertThat(stage.partnerCenter.usages().page(name, Optional.empty())).isInstanceOf(Reading.Unavailable.class);
        assertThat(stage.partnerCenter.relationships().page(name, Optional.empty()))
                .isInstanceOf(Reading.Unavailable.class);
    }

    private static SpendingLimit limit(Reading<SpendingLimit> reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<SpendingLimit>) reading).value();
    }

    private static Refusal refusal(Reading<SpendingLimit> reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<SpendingLimit>) reading).refusal();
    }

    private static Trouble trouble(Reading<SpendingLimit> reading) {
        assertThat(reading).isInstanceOf(Reading.Unavailable.class);
        return ((Reading.Unavailable<SpendingLimit>) reading).trouble();
    }
}
