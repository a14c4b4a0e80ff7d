package dev.purser.partnercenter;

import static dev.purser.partnercenter.WireStage.NORDLICHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.InMemoryRefreshTokens;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
    void takesNoTokenForFreshAfterTheWallClockWasSetBack() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));
            stage.read();

            stage.clock.set(Duration.ofHours(-1));
            stage.read();
            assertThat(stage.authority.requests()).hasSize(1);
            stage.clock.pass(Duration.ofHours(1));
            stage.read();

            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @Test
    void asksOnceAndNotForEachCallAfterTheWallClockWasSetForward() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));
            stage.read();

            stage.clock.set(Duration.ofHours(1));
            stage.read();
            stage.read();
            stage.read();

            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @Test
    void takesNoTokenForFreshAfterTheMachineSlept() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));
            stage.read();

            stage.clock.sleep(Duration.ofHours(1));
            stage.read();

            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @Test
    void countsTheLifeOfATokenFromItsReceiptWhateverMicrosoftsClockSays() {
        try (var stage = new WireStage(WireStage.withVersion(TokenVersion.V1))) {
            // Its expires_on lies hours before or after our clock.
            stage.authority.answer(_ -> Reply.sample(200, "token-app-only-v1-200.json"));
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));

            stage.read();
            stage.clock.pass(Duration.ofMinutes(57));
            stage.read();

            assertThat(stage.authority.requests()).hasSize(1);
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
    @CsvSource(
            delimiter = '|',
            value = {
                "401 Unauthorized - MFA required|WWW-Authenticate: Bearer error=\"invalid_token\""
                        + "|Unauthorized - MFA required (Bearer error=\"invalid_token\")",
                "401 Unauthorized|WWW-Authenticate: OAuth realm=urn:cpsvc:cpid:{made-up}"
                        + "|Unauthorized (OAuth realm=urn:cpsvc:cpid:{made-up})",
            })
    void understandsA401WithoutABody(String status, String header, String words) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> new Reply.Bytes(Buffer.buffer(
                    "HTTP/1.1 " + status + "\r\n" + header + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")));

            assertThat(stage.read()).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.CREDENTIALS);
                assertThat(refused.refusal().words()).isEqualTo(words);
            });
            assertThat(stage.api.requests()).hasSize(2);
            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AADSTS700082: The refresh token has expired due to inactivity. Trace ID: 1 Correlation ID: 2 Timestamp: 2026-11-20 09:14:02Z"
                        + "|AADSTS700082: The refresh token has expired due to inactivity.",
                "AADSTS50173: The provided grant has expired.\\r\\nTrace ID: 1\\r\\nCorrelation ID: 2"
                        + "|AADSTS50173: The provided grant has expired.",
                "AADSTS65001: The user has not consented.\\u0007\\u001b[31m red|AADSTS65001: The user has not consented. [31m red",
            })
    void shortensWhatTheTokenEndpointSays(String told, String words) {
        try (var stage = new WireStage()) {
            stage.authority.answer(
                    _ -> Reply.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + told + "\"}"));

            assertThat(stage.read())
                    .isInstanceOfSatisfying(
                            Reading.Refused.class,
                            refused -> assertThat(refused.refusal().words()).isEqualTo(words));
        }
    }

    @Test
    void neverSharesATokenBetweenAccounts() {
        try (var authority = new RawServer();
                var api = new RawServer();
                var partnerCenter = new PartnerCenter(
                        List.of(account("emea", authority, api), account("apac", authority, api)),
                        new InMemoryRefreshTokens(new SettableClock(), new WrittenEntries()),
                        new SettableClock(),
                        new SimpleMeterRegistry())) {
            authority.answer(request -> WireStage.token(request.line().split("/")[1] + "-"
                    + (request.body().contains("refresh_token=refresh-of-") ? "user" : "alone")));
            api.answer(request -> request.line().contains("usagebudget")
                    ? Reply.sample(200, "budget-get-200.json")
                    : Reply.sample(200, "usage-summary-200.json"));

            for (var name : List.of("emea", "apac", "emea")) {
                var customer = new CustomerId(new AccountName(name), NORDLICHT.tenant());
                partnerCenter.budgets().read(customer);
                partnerCenter.usages().read(customer);
            }

            assertThat(api.requests())
                    .extracting(request -> request.header("Authorization").orElseThrow())
                    .containsExactly(
                            "Bearer tenant-of-emea-alone",
                            "Bearer tenant-of-emea-user",
                            "Bearer tenant-of-apac-alone",
                            "Bearer tenant-of-apac-user",
                            "Bearer tenant-of-emea-alone",
                            "Bearer tenant-of-emea-user");
            assertThat(authority.requests())
                    .filteredOn(request -> request.line().contains("tenant-of-apac"))
                    .allSatisfy(request -> assertThat(request.body()).doesNotContain("emea"));
        }
    }

    private static PartnerCenterAccount account(String name, RawServer authority, RawServer api) {
        return new PartnerCenterAccount(
                new AccountName(name),
                Cloud.GLOBAL,
                "tenant-of-" + name,
                "client-of-" + name,
                "secret-of-" + name,
                Optional.of("refresh-of-" + name),
                api.url(),
                authority.url(),
                TokenVersion.V2,
                Optional.empty());
    }

    private static Stream<Arguments> cloudsAndVersions() {
        return Arrays.stream(Cloud.values())
                .flatMap(cloud -> Arrays.stream(TokenVersion.values()).map(version -> Arguments.of(cloud, version)));
    }

    @ParameterizedTest
    @MethodSource("cloudsAndVersions")
    void asksForTheAudienceOfEachCloud(Cloud cloud, TokenVersion version) {
        var audience = switch (cloud) {
            case GLOBAL, US_GOVERNMENT, GERMANY -> "https%3A%2F%2Fapi.partnercenter.microsoft.com";
            case CHINA -> "https%3A%2F%2Fpartner.partnercenterapi.microsoftonline.cn";
        };
        var line = switch (version) {
            case V1 -> "POST /tenant/oauth2/token HTTP/1.1";
            case V2 -> "POST /tenant/oauth2/v2.0/token HTTP/1.1";
        };
        var alone = switch (version) {
            case V1 -> "&resource=" + audience;
            case V2 -> "&scope=" + audience + "%2F.default";
        };
        var withUser = switch (version) {
            case V1 -> alone + "&scope=openid";
            case V2 -> alone;
        };
        try (var authority = new RawServer();
                var api = new RawServer()) {
            authority.answer(_ -> WireStage.token("token"));
            api.answer(_ -> Reply.sample(200, "usage-summary-200.json"));
            var account = new PartnerCenterAccount(
                    WireStage.EMEA,
                    cloud,
                    "tenant",
                    "client",
                    "secret",
                    Optional.of("refresh"),
                    api.url(),
                    authority.url(),
                    version,
                    Optional.empty());
            try (var partnerCenter = new PartnerCenter(
                    List.of(account),
                    new InMemoryRefreshTokens(new SettableClock(), new WrittenEntries()),
                    new SettableClock(),
                    new SimpleMeterRegistry())) {
                partnerCenter.budgets().read(NORDLICHT);
                partnerCenter.usages().read(NORDLICHT);
            }

            assertThat(authority.requests()).extracting(RawRequest::line).containsExactly(line, line);
            assertThat(authority.requests())
                    .extracting(RawRequest::body)
                    .containsExactly(
                            "grant_type=client_credentials&client_id=client&client_secret=secret" + alone,
                            "grant_type=refresh_token&refresh_token=refresh&client_id=client&client_secret=secret"
                                    + withUser);
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
