package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.InMemoryRefreshTokens;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens.Connected;
import dev.purser.domain.partnercenter.RefreshTokens.SecondFactor;
import dev.purser.domain.portfolio.People.Identity;
import dev.purser.partnercenter.Consent.Outcome;
import dev.purser.simulator.KnownCustomers;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SignIn;
import dev.purser.simulator.SimulatorSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTest {

    private static final URI REDIRECT = URI.create("http://localhost:8400");
    private static final String TENANT = WireStage.TENANT;

    private final PartnerCenterSimulator simulator = PartnerCenterSimulator.start(SimulatorSettings.standard());
    private final RawServer authority = new RawServer();
    private final RefreshTokens refreshTokens = new InMemoryRefreshTokens(InstantSource.system(), new WrittenEntries());

    @AfterEach
    void stop() {
        simulator.close();
        authority.close();
    }

    private PartnerCenterAccount account(Cloud cloud, TokenVersion version, String tenant, URI authority) {
        var settings = SimulatorSettings.standard();
        return new PartnerCenterAccount(
                WireStage.EMEA,
                cloud,
                tenant,
                settings.clientId().toString(),
                settings.clientSecret(),
                Optional.empty(),
                simulator.baseUrl(),
                authority,
                version,
                Optional.empty());
    }

    private PartnerCenterAccount simulated(TokenVersion version) {
        return account(Cloud.GLOBAL, version, TENANT, simulator.authority());
    }

    private PartnerCenter partnerCenter(PartnerCenterAccount account) {
        return new PartnerCenter(
                List.of(account),
                refreshTokens,
                InstantSource.system(),
                System::nanoTime,
                WireStage.PATIENT,
                new SimpleMeterRegistry());
    }

    private Outcome walk(PartnerCenterAccount account, String decision) {
        try (var partnerCenter = partnerCenter(account)) {
            var consent = partnerCenter.consent(WireStage.EMEA, REDIRECT);
            return consent.complete(decide(consent.address(), decision));
        }
    }

    /** What a browser brings back from Microsoft's page. */
    private static Map<String, String> decide(URI address, String decision) {
        assertThat(get(address).body()).contains("Permissions requested");
        var answer = get(URI.create(
                address.toString().replaceFirst("/oauth2(/v2.0)?/authorize", "/consent") + "&decision=" + decision));
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(REDIRECT + "/?");
        return query(location);
    }

    private static HttpResponse<String> get(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(TokenVersion.class)
    void bringsARefreshTokenThatUsageCanBeReadWith(TokenVersion version) {
        var account = simulated(version);

        var given = (Outcome.Given) walk(account, "accept");

        assertThat(given.factor()).isEqualTo(SecondFactor.USED);
        assertThat(given.who())
                .isEqualTo(new Identity(
                        "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                        "9e2d5b46-c7f1-4038-b6aa-1d84f03e75c9",
                        "Budget Sync",
                        "budget-sync@nordstern-csp.example"));
        refreshTokens.connect(
                account.registration(), given.refreshToken(), new Connected(Optional.empty(), given.factor()));
        try (var partnerCenter = partnerCenter(account)) {
            assertThat(partnerCenter.usages().read(new CustomerId(WireStage.EMEA, KnownCustomers.CONTOSO_RETAIL)))
                    .isInstanceOf(Reading.Read.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GLOBAL,https://login.microsoftonline.com,https://api.partnercenter.microsoft.com",
        "US_GOVERNMENT,https://login.microsoftonline.us,https://api.partnercenter.microsoft.com",
        "CHINA,https://login.chinacloudapi.cn,https://partner.partnercenterapi.microsoftonline.cn",
        "GERMANY,https://login.microsoftonline.de,https://api.partnercenter.microsoft.com",
    })
    void opensTheSignInPageOfEachCloud(Cloud cloud, String authority, String audience) {
        for (var version : TokenVersion.values()) {
            try (var partnerCenter = partnerCenter(account(cloud, version, TENANT, cloud.authority()))) {
                var address = partnerCenter.consent(WireStage.EMEA, REDIRECT).address();

                var path = switch (version) {
                    case V1 -> "/oauth2/authorize?";
                    case V2 -> "/oauth2/v2.0/authorize?";
                };
                assertThat(address.toString()).startsWith(authority + "/" + TENANT + path);
                var asked = new HashMap<>(Map.of(
                        "client_id", SimulatorSettings.standard().clientId().toString(),
                        "response_type", "code",
                        "redirect_uri", "http://localhost:8400",
                        "response_mode", "query",
                        "code_challenge_method", "S256",
                        "prompt", "select_account"));
                asked.putAll(
                        switch (version) {
                            case V1 -> Map.of("resource", audience, "scope", "openid");
                            case V2 -> Map.of("scope", audience + "/.default offline_access openid profile");
                        });
                assertThat(query(address))
                        .containsAllEntriesOf(asked)
                        .containsOnlyKeys(union(asked, "state", "nonce", "code_challenge"));
                assertThat(query(address).get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
            }
        }
    }

    private static String[] union(Map<String, String> asked, String... more) {
        return Stream.concat(asked.keySet().stream(), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void asksForTheTokensWithCodeVerifierAndSecret() {
        authority.answer(_ -> tokens(claims(TENANT, null), "refresh", AUDIENCE_SCOPE));
        try (var partnerCenter = partnerCenter(account(Cloud.GLOBAL, TokenVersion.V2, TENANT, authority.url()))) {
            var consent = partnerCenter.consent(WireStage.EMEA, REDIRECT);

            consent.complete(Map.of("state", query(consent.address()).get("state"), "code", "the code"));

            assertThat(authority.lastRequest().line()).isEqualTo("POST /" + TENANT + "/oauth2/v2.0/token HTTP/1.1");
            assertThat(authority.lastRequest().body())
                    .matches(
                            "grant_type=authorization_code&code=the\\+code&code_verifier=[A-Za-z0-9_-]{43}"
                                    + "&redirect_uri=http%3A%2F%2Flocalhost%3A8400&client_id=[0-9a-f-]{36}"
                                    + "&client_secret=simulated-client-secret"
                                    + "&scope=https%3A%2F%2Fapi.partnercenter.microsoft.com%2F.default\\+offline_access\\+openid\\+profile");
        }
    }

    @Test
    void doesNothingWithAnAnswerToAnotherAttempt() {
        try (var partnerCenter = partnerCenter(simulated(TokenVersion.V2))) {
            var consent = partnerCenter.consent(WireStage.EMEA, REDIRECT);
            var answer = decide(consent.address(), "accept");
            var another = partnerCenter.consent(WireStage.EMEA, REDIRECT);

            assertThat(another.complete(answer)).isEqualTo(new Outcome.NotOurs());
            assertThat(another.complete(Map.of("code", answer.get("code")))).isEqualTo(new Outcome.NotOurs());
            assertThat(consent.complete(answer)).isInstanceOf(Outcome.Given.class);
        }
    }

    @Test
    void tellsThatThePersonDeclined() {
        assertThat(walk(simulated(TokenVersion.V2), "cancel"))
                .isEqualTo(new Outcome.Declined(
                        "access_denied", "AADSTS65004: User declined to consent to access the app."));
    }

    @Test
    void tellsThatTheCodeWasUsedBefore() {
        try (var partnerCenter = partnerCenter(simulated(TokenVersion.V2))) {
            var consent = partnerCenter.consent(WireStage.EMEA, REDIRECT);
            var answer = decide(consent.address(), "accept");
            consent.complete(answer);

            assertThat(consent.complete(answer))
                    .isInstanceOfSatisfying(
                            Outcome.CodeRefused.class,
                            refused -> assertThat(refused.refusal().words()).startsWith("AADSTS54005: "));
        }
    }

    @ParameterizedTest
    @EnumSource(SignIn.SecondFactor.class)
    void tellsWhetherASecondFactorWasUsed(SignIn.SecondFactor factor) {
        simulator.signIn().use(factor);

        var given = (Outcome.Given) walk(simulated(TokenVersion.V1), "accept");

        assertThat(given.factor()).isEqualTo(SecondFactor.valueOf(factor.name()));
    }

    @Test
    void refusesAPersonOfAnotherTenant() {
        var other = UUID.randomUUID();
        simulator.signIn().comeFrom(other);

        assertThat(walk(simulated(TokenVersion.V2), "accept")).isEqualTo(new Outcome.OtherTenant(other.toString()));
    }

    @Test
    void knowsTheTenantOfADomainFromItsIssuer() {
        var signedInTo = new String[] {TENANT};
        authority.answer(request -> request.line().startsWith("GET /contoso.example/v2.0/.well-known/")
                ? Reply.json(200, "{\"issuer\":\"https://login.microsoftonline.com/" + TENANT + "/v2.0\"}")
                : tokens(claims(signedInTo[0], null), "refresh", AUDIENCE_SCOPE));
        var account = account(Cloud.GLOBAL, TokenVersion.V2, "contoso.example", authority.url());

        assertThat(completed(account)).isInstanceOf(Outcome.Given.class);
        signedInTo[0] = UUID.randomUUID().toString();
        assertThat(completed(account)).isEqualTo(new Outcome.OtherTenant(signedInTo[0]));
    }

    private static final String AUDIENCE_SCOPE = "https://api.partnercenter.microsoft.com/user_impersonation";

    private Outcome completed(PartnerCenterAccount account) {
        try (var partnerCenter = partnerCenter(account)) {
            var consent = partnerCenter.consent(WireStage.EMEA, REDIRECT);
            return consent.complete(Map.of("state", query(consent.address()).get("state"), "code", "code"));
        }
    }

    private Outcome answered(Reply reply) {
        authority.answer(_ -> reply);
        return completed(account(Cloud.GLOBAL, TokenVersion.V2, TENANT, authority.url()));
    }

    private static String claims(String tenant, @Nullable String nonce) {
        return "{\"iss\":\"issuer\",\"sub\":\"subject\",\"tid\":\"" + tenant + "\""
                + (nonce == null ? "" : ",\"nonce\":\"" + nonce + "\"") + "}";
    }

    private static Reply tokens(String claims, String refreshToken, String scope) {
        var id =
                "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".signature";
        return Reply.json(
                200,
                "{\"access_token\":\"opaque\",\"expires_in\":3599,\"id_token\":\"%s\",\"refresh_token\":\"%s\",\"scope\":\"%s\"}"
                        .formatted(id, refreshToken, scope));
    }

    @Test
    void refusesWhatIsOfNoUse() {
        assertThat(answered(tokens(claims(TENANT, null), "", AUDIENCE_SCOPE))).isEqualTo(new Outcome.NoRefreshToken());
        assertThat(answered(tokens(claims(TENANT, null), "refresh", "https://graph.microsoft.com/User.Read")))
                .isEqualTo(new Outcome.OtherAudience("https://graph.microsoft.com/User.Read"));
        assertThat(answered(tokens(claims(TENANT, "of another"), "refresh", AUDIENCE_SCOPE)))
                .isInstanceOfSatisfying(
                        Outcome.NoTokens.class,
                        none -> assertThat(none.trouble().detail()).isEqualTo("the id token of another sign-in"));
        assertThat(answered(Reply.json(200, "{\"access_token\":\"opaque\",\"expires_in\":1,\"refresh_token\":\"r\"}")))
                .isInstanceOfSatisfying(
                        Outcome.NoTokens.class,
                        none -> assertThat(none.trouble().detail()).isEqualTo("no id token"));
        assertThat(answered(Reply.json(503, "busy"))).isInstanceOf(Outcome.NoTokens.class);
        assertThat(answered(Reply.json(429, "", "Retry-After: 7"))).isInstanceOf(Outcome.ToWait.class);
    }

    @Test
    void showsNoSecret() {
        var given =
                new Outcome.Given("hidden", new Identity("issuer", "subject", "hidden", "hidden"), SecondFactor.USED);

        assertThat(given.toString()).doesNotContain("hidden");
        assertThat(new Grant.AuthorizationCode("hidden", "hidden", REDIRECT).toString())
                .doesNotContain("hidden");
    }
}
