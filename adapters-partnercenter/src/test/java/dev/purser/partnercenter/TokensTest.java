package dev.purser.partnercenter;

import static dev.purser.partnercenter.WireStage.NORDLICHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final SpendingLimit WANTED = SpendingLimit.of("8250.50");
    private static final String AUDIENCE = "https%3A%2F%2Fapi.partnercenter.microsoft.com";
    private static final String APPLICATION =
            "client_id=a4c81f27-0b9e-4f65-8d13-62e7c5b0934d&client_secret=s3cret+%26%2B%3D%C3%BC";

    @Test
    void asksTheSecondVersionForTheApplicationAlone() {
        try (var stage = new WireStage(WireStage.withVersion(TokenVersion.V2))) {
            stage.authority.answer(Reply.sample(200, "token-app-only-v2-200.json"));
            stage.api.answer(Reply.sample(200, "budget-get-200.json"));

            stage.read();

            var request = stage.authority.lastRequest();
            assertThat(request.line()).isEqualTo("POST /" + WireStage.TENANT + "/oauth2/v2.0/token HTTP/1.1");
            assertThat(request.body())
                    .isEqualTo("grant_type=client_credentials&" + APPLICATION + "&scope=" + AUDIENCE + "%2F.default");
            assertThat(request.headers())
                    .containsExactlyInAnyOrder(
                            "Accept: application/json",
                            "Content-Type: application/x-www-form-urlencoded",
                            "host: " + stage.authority.url().getAuthority(),
                            "content-length: " + request.body().length());
            assertThat(stage.api.lastRequest().header("Authorization"))
                    .contains("Bearer eyJ0eXAiOiJKV1QifQ.made-up-app-only-v2.sig");
        }
    }

    @Test
    void asksTheFirstVersionForTheApplicationAlone() {
        try (var stage = new WireStage(WireStage.withVersion(TokenVersion.V1))) {
            stage.authority.answer(Reply.sample(200, "token-app-only-v1-200.json"));
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));

            stage.read();
            stage.read();

            assertThat(stage.authority.requests())
                    .as("its life, written as text, was understood")
                    .hasSize(1);
            var request = stage.authority.lastRequest();
            assertThat(request.line()).isEqualTo("POST /" + WireStage.TENANT + "/oauth2/token HTTP/1.1");
            assertThat(request.body())
                    .isEqualTo("grant_type=client_credentials&" + APPLICATION + "&resource=" + AUDIENCE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "V2,token-app-user-v2-200.json,scope=https%3A%2F%2Fapi.partnercenter.microsoft.com%2F.default,1.AXoA-made-up-refresh-token-3",
        "V1,token-app-user-v1-200.json,resource=https%3A%2F%2Fapi.partnercenter.microsoft.com&scope=openid,0.AXoA-made-up-refresh-token-2",
    })
    void signsInWithTheUserForUsageAndGoesOnWithTheNewestRefreshToken(
            TokenVersion version, String sample, String scope, String newest) {
        try (var stage = new WireStage(WireStage.withVersion(version))) {
            stage.authority.answer(_ -> Reply.sample(200, sample));
            stage.api.answer(_ -> Reply.sample(200, "usage-summary-200.json"));

            stage.partnerCenter.usages().read(NORDLICHT);
            stage.clock.pass(Duration.ofHours(2));
            stage.partnerCenter.usages().read(NORDLICHT);

            assertThat(stage.authority.requests())
                    .extracting(RawRequest::body)
                    .containsExactly(
                            "grant_type=refresh_token&refresh_token=first-refresh-token&" + APPLICATION + "&" + scope,
                            "grant_type=refresh_token&refresh_token=" + newest + "&" + APPLICATION + "&" + scope);
        }
    }

    @Test
    void staysWithTheApplicationAloneForBudgetsAndCustomers() {
        try (var stage = new WireStage(WireStage.withUser("refresh"))) {
            stage.api.answer(
                    Reply.sample(200, "budget-get-200.json"), Reply.sample(200, "customers-page-200-last.json"));

            stage.read();
            stage.partnerCenter.relationships().page(WireStage.EMEA, Optional.empty());

            assertThat(stage.authority.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body()).startsWith("grant_type=client_credentials"));
        }
    }

    @Test
    void renewsATokenTwoMinutesBeforeItExpires() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));

            stage.read();
            stage.clock.pass(Duration.ofSeconds(3599 - 121));
            stage.read();
            assertThat(stage.authority.requests()).hasSize(1);

            stage.clock.pass(Duration.ofSeconds(1));
            stage.read();
            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @Test
    void renewsOnceAfterA401AndAsksASecondTime() {
        try (var stage = new WireStage()) {
            stage.api.answer(
                    Reply.sample(401, "error-401-access-denied.json"), Reply.sample(200, "budget-get-200.json"));

            assertThat(stage.read()).isInstanceOf(Reading.Read.class);

            assertThat(stage.api.requests())
                    .extracting(request -> request.header("Authorization").orElseThrow())
                    .containsExactly("Bearer token-1", "Bearer token-2");
            assertThat(stage.api.requests())
                    .extracting(request -> request.header("MS-RequestId").orElseThrow())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error-401-access-denied.json",
                "error-401-partner-token-missing.json",
                "error-401-wrong-audience.json",
                "error-401-mfa-required.json"
            })
    void neverAsksAThirdTime(String sample) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(401, sample));

            assertThat(stage.read()).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                assertThat(refused.refusal().status()).isEqualTo(401);
                assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.CREDENTIALS);
            });
            assertThat(stage.api.requests()).hasSize(2);
            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void tellsThatTheCredentialsAreRefused(int status) {
        try (var stage = new WireStage()) {
            stage.authority.answer(_ -> Reply.sample(status, "token-error-invalid-grant-400.json"));
            var refusal = new Refusal(
                    status,
                    Optional.of("invalid_grant"),
                    "AADSTS50126: Invalid username or password.",
                    UUID.fromString("3c9e57a1-8f20-4b7d-b0c4-51e6d2a98f73"));

            assertThat(stage.read()).isEqualTo(new Reading.Refused<>(refusal));
            assertThat(stage.send(WANTED)).isEqualTo(new Answer.CredentialsRefused(refusal));
            assertThat(stage.api.connections()).isZero();
            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503|oops|SERVICE_ERROR|token: 503 oops",
                "404|no such page|SERVICE_ERROR|token: 404 no such page",
                "400|{\"error\":\"temporarily_unavailable\"}|SERVICE_ERROR|token: 400 temporarily_unavailable Reason",
                "200|{\"expires_in\":3599}|UNREADABLE|token: no token with a time to live",
                "200|{\"access_token\":\"t\"}|UNREADABLE|token: no token with a time to live",
                "200|{\"access_token\":\"t\",\"expires_in\":\"soon\"}|UNREADABLE|token: no token with a time to live",
                "200|{\"access_token\":\"a\\r\\nX-Evil: 1\",\"expires_in\":9}|UNREADABLE|token: no token with a time to live",
                "200|<html>|UNREADABLE|token: not JSON from byte 0 on",
                "307||UNREADABLE|token: 307 Reason",
            })
    void hasSentNothingWhenNoTokenIsToBeHad(int status, String body, Trouble.Kind kind, String detail) {
        try (var stage = new WireStage()) {
            stage.authority.answer(_ -> Reply.json(status, body == null ? "" : body, "Location: " + stage.api.url()));

            assertThat(stage.send(WANTED)).isEqualTo(new Answer.NeverSent(new Trouble(kind, detail)));
            assertThat(stage.read())
                    .isInstanceOfSatisfying(
                            Reading.Unavailable.class,
                            unavailable -> assertThat(unavailable.trouble()).isEqualTo(new Trouble(kind, detail)));
            assertThat(stage.api.connections()).isZero();
        }
    }

    @Test
    void isThrottledByTheTokenEndpointToo() {
        try (var stage = new WireStage()) {
            stage.authority.answer(_ -> Reply.json(429, "", "Retry-After: 7"));

            assertThat(stage.send(WANTED)).isInstanceOf(Answer.Throttled.class);
            assertThat(stage.read()).isInstanceOf(Reading.Throttled.class);
        }
    }

    @Test
    void hasSentNothingWhenTheTokenEndpointHangs() {
        try (var stage = new WireStage(WireStage.IMPATIENT)) {
            stage.authority.answer(_ -> Reply.silence());

            assertThat(stage.send(WANTED))
                    .isEqualTo(new Answer.NeverSent(
                            new Trouble(Trouble.Kind.NO_ANSWER, "token: no answer within 250 ms")));
        }
    }

    @Test
    void asksForOneTokenHoweverManyNeedIt() throws InterruptedException {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));
            List<Thread> threads = new ArrayList<>();
            for (var i = 0; i < 12; i++) {
                threads.add(Thread.ofVirtual().start(stage::read));
            }
            for (var thread : threads) {
                thread.join();
            }

            assertThat(stage.api.requests()).hasSize(12);
            assertThat(stage.authority.requests()).hasSize(1);
        }
    }

    @Test
    void makesEverybodyWaitForAHangingTokenEndpointOnce() throws InterruptedException {
        try (var stage = new WireStage(WireStage.IMPATIENT)) {
            stage.authority.answer(_ -> Reply.silence());
            List<Thread> threads = new ArrayList<>();
            for (var i = 0; i < 8; i++) {
                threads.add(Thread.ofVirtual().unstarted(stage::read));
            }
            var begun = System.nanoTime();
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1500));
        }
    }
}
