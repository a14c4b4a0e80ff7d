package dev.purser.demo.signin;

import static dev.purser.demo.signin.TestPortal.assertRefused;
import static dev.purser.demo.signin.TestPortal.exchangeOf;
import static dev.purser.demo.signin.TestPortal.granted;
import static dev.purser.demo.signin.TestPortal.location;
import static dev.purser.demo.signin.TestPortal.question;
import static dev.purser.demo.signin.TestPortal.questionWithout;
import static dev.purser.demo.signin.TestPortal.refreshOf;
import static dev.purser.demo.signin.TestPortal.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the portal gets its tokens, and how it does not. */
class CodeFlowTest {
    @TempDir
    private Path folder;

    private TestPortal portal;

    @BeforeEach
    void start() {
        portal = new TestPortal(folder);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    static List<DemoPerson> people() {
        return DemoPeople.ALL;
    }

    @Test
    void saysWhereEverythingIs() throws Exception {
        HttpResponse<String> answer = portal.get("/.well-known/openid-configuration");
        Map<String, Object> said = JsonUtil.parseJson(answer.body());
        assertThat(said)
                .containsEntry("issuer", portal.issuer().toString())
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("response_types_supported", List.of("code"));
        for (String place :
                List.of("jwks_uri", "userinfo_endpoint", "authorization_endpoint", "end_session_endpoint")) {
            assertThat(text(said, place)).startsWith(portal.issuer() + "/");
            assertThat(portal.get(text(said, place)).statusCode()).as(place).isNotEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void tellsThePortalWhoWasChosen(DemoPerson person) throws Exception {
        HttpResponse<String> chosen = portal.choose(person, question());
        assertThat(chosen.headers().firstValue("Location").orElseThrow()).startsWith(TestPortal.CALLBACK + "?");
        assertThat(location(chosen).values())
                .containsEntry("state", "state-1")
                .containsEntry("iss", portal.issuer().toString());

        Map<String, Object> tokens =
                granted(portal.exchange(exchangeOf(location(chosen).get("code").orElseThrow())));
        assertThat(tokens).containsEntry("token_type", "Bearer").containsEntry("expires_in", 600L);

        JwtClaims id = portal.verified(text(tokens, "id_token"), "JWT");
        assertThat(id.getSubject()).isEqualTo(person.subject());
        assertThat(id.getStringClaimValue("nonce")).isEqualTo("nonce-1");
        assertThat(id.getStringClaimValue("name")).isEqualTo(person.name());
        assertThat(id.getStringClaimValue("preferred_username")).isEqualTo(person.email());
        assertThat(id.getStringClaimValue("email")).isEqualTo(person.email());
        assertThat(id.getStringListClaimValue("roles")).isEqualTo(person.roles());
        assertThat(id.getStringClaimValue("sid")).isNotBlank();
        assertThat(id.getNumericDateClaimValue("auth_time").getValue())
                .isEqualTo(portal.now().getEpochSecond());
        assertThat(id.getExpirationTime().getValue()).isEqualTo(portal.now().getEpochSecond() + 600);

        JwtClaims access = portal.verified(text(tokens, "access_token"), "at+jwt");
        assertThat(access.getSubject()).isEqualTo(person.subject());
        assertThat(access.getStringListClaimValue("roles")).isEqualTo(person.roles());
        assertThat(access.getStringClaimValue("scope").split(" ")).containsExactly("openid", "profile", "email");
    }

    @Test
    void keepsAQueryThatTheAddressHasAlready() throws Exception {
        HttpResponse<String> chosen =
                portal.choose(DemoPeople.MARA, question("redirect_uri", TestPortal.CALLBACK + "?from=here"));
        assertThat(chosen.headers().firstValue("Location").orElseThrow())
                .startsWith(TestPortal.CALLBACK + "?from=here&code=");
    }

    @Test
    void knowsTheClientByItsSecretInTheForm() throws Exception {
        Map<String, String> form = exchangeOf(portal.codeFor(DemoPeople.MARA));
        form.put("client_id", TestPortal.CLIENT);
        form.put("client_secret", TestPortal.SECRET);
        granted(portal.post("/token", form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/signed-in",
                "http://127.0.0.1:8080/signed-in",
                "https://localhost:8080/signed-in",
                "http://localhost:8080.example.org/",
                "http://localhost:8080@example.org/",
                "http://someone@localhost:8080/signed-in",
                "http://localhost:8080/signed-in#part",
                "//localhost:8080/signed-in",
                "/signed-in",
                "javascript:alert(1)",
                "http://localhost:8080\\@example.org/",
                "not an address"
            })
    void sendsNobodyToAForeignAddress(String address) throws Exception {
        for (HttpResponse<String> answer : List.of(
                portal.ask(question("redirect_uri", address)),
                portal.choose(DemoPeople.MARA, question("redirect_uri", address)))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).contains("Nobody was signed in").doesNotContain("example.org");
        }
    }

    @Test
    void sendsNobodyAnywhereForAnUnknownClient() throws Exception {
        for (Map<String, String> asked : List.of(question("client_id", "other"), questionWithout("client_id"))) {
            HttpResponse<String> answer = portal.choose(DemoPeople.MARA, asked);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, '', invalid_request",
        "code_challenge, too-short, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "scope, profile, invalid_scope",
        "prompt, none, login_required",
        "request, eyJ, request_not_supported",
        "request_uri, https://a.example/, request_uri_not_supported"
    })
    void tellsThePortalWhatIsWrongWithItsQuestion(String name, String value, String error) throws Exception {
        for (HttpResponse<String> answer :
                List.of(portal.ask(question(name, value)), portal.choose(DemoPeople.MARA, question(name, value)))) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer).values())
                    .containsEntry("error", error)
                    .containsEntry("state", "state-1")
                    .doesNotContainKey("code");
        }
    }

    @Test
    void refusesAParameterThatIsThereTwice() throws Exception {
        HttpResponse<String> answer =
                portal.get("/authorize?" + TestPortal.encoded(question()) + "&redirect_uri=http%3A%2F%2Fexample.org");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertRefused(
                portal.get(
                        "/token",
                        it -> it.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("code=1&code=2"))),
                400,
                "invalid_request");
    }

    @Test
    void refusesAPersonThatIsNotInTheDemo() throws Exception {
        DemoPerson stranger = new DemoPerson("stranger", "S", "s@partner.example", "Nobody.", List.of());
        assertThat(portal.choose(stranger, question()).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAChoiceThatAnotherSiteMade() throws Exception {
        Map<String, String> form = question("person", "mara");
        assertThat(portal.post("/sign-in", form, it -> it.header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(portal.post("/sign-in", form, it -> it.header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takesACodeOnceAndEndsTheSessionOfOneThatComesAgain() throws Exception {
        String code = portal.codeFor(DemoPeople.MARA);
        Map<String, Object> tokens = granted(portal.exchange(exchangeOf(code)));
        assertRefused(portal.exchange(exchangeOf(code)), 400, "invalid_grant");
        assertRefused(portal.exchange(refreshOf(text(tokens, "refresh_token"))), 400, "invalid_grant");
    }

    @Test
    void takesACodeForAMinute() throws Exception {
        String early = portal.codeFor(DemoPeople.MARA);
        portal.letPass(Duration.ofSeconds(59));
        granted(portal.exchange(exchangeOf(early)));
        String late = portal.codeFor(DemoPeople.MARA);
        portal.letPass(Duration.ofSeconds(60));
        assertRefused(portal.exchange(exchangeOf(late)), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, another-verifier-that-has-43-characters-or-more, invalid_grant",
        "code_verifier, short, invalid_grant",
        "code_verifier, '', invalid_request",
        "redirect_uri, http://localhost:8080/elsewhere, invalid_grant",
        "redirect_uri, '', invalid_grant",
        "code, unknown, invalid_grant",
        "code, '', invalid_request",
        "grant_type, password, unsupported_grant_type",
        "grant_type, '', invalid_request"
    })
    void givesNoTokensFor(String name, String value, String error) throws Exception {
        Map<String, String> form = exchangeOf(portal.codeFor(DemoPeople.MARA));
        form.put(name, value);
        assertRefused(portal.exchange(form), 400, error);
    }

    @Test
    void usesACodeUpEvenWhenTheVerifierIsWrong() throws Exception {
        String code = portal.codeFor(DemoPeople.MARA);
        Map<String, String> guessed = exchangeOf(code);
        guessed.put("code_verifier", "x".repeat(43));
        assertRefused(portal.exchange(guessed), 400, "invalid_grant");
        assertRefused(portal.exchange(exchangeOf(code)), 400, "invalid_grant");
    }

    @Test
    void givesNoTokensToAnybodyElse() throws Exception {
        Map<String, String> form = exchangeOf(portal.codeFor(DemoPeople.MARA));
        assertRefused(portal.post("/token", form), 401, "invalid_client");
        for (String header : List.of(
                TestPortal.basic(TestPortal.CLIENT, "wrong"),
                TestPortal.basic("other", TestPortal.SECRET),
                "Bearer " + TestPortal.SECRET)) {
            HttpResponse<String> answer = portal.post("/token", form, it -> it.header("Authorization", header));
            assertRefused(answer, 401, "invalid_client");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic ");
        }
        Map<String, String> twice = new HashMap<>(form);
        twice.put("client_secret", TestPortal.SECRET);
        assertRefused(portal.exchange(twice), 400, "invalid_request");
        granted(portal.exchange(form));
    }

    @Test
    void refreshesTheSameSessionWithoutTheNonce() throws Exception {
        Map<String, Object> first = portal.tokensFor(DemoPeople.INGRID);
        JwtClaims before = portal.verified(text(first, "id_token"), "JWT");
        portal.letPass(Duration.ofHours(9));
        assertThat(portal.verifies(text(first, "id_token"), "JWT")).isFalse();
        Map<String, Object> second = granted(portal.exchange(refreshOf(text(first, "refresh_token"))));
        JwtClaims after = portal.verified(text(second, "id_token"), "JWT");
        for (String same : List.of("sub", "sid", "auth_time", "roles")) {
            assertThat(after.getClaimValue(same)).as(same).isEqualTo(before.getClaimValue(same));
        }
        assertThat(after.hasClaim("nonce")).isFalse();
        granted(portal.exchange(refreshOf(text(second, "refresh_token"))));
    }

    @Test
    void refreshesForAWeek() throws Exception {
        String token = text(portal.tokensFor(DemoPeople.MARA), "refresh_token");
        portal.letPass(Duration.ofDays(7));
        assertRefused(portal.exchange(refreshOf(token)), 400, "invalid_grant");
    }

    @Test
    void refreshesNoMoreThanThePersonAllowed() throws Exception {
        Map<String, String> form = refreshOf(text(portal.tokensFor(DemoPeople.MARA), "refresh_token"));
        form.put("scope", "openid admin");
        assertRefused(portal.exchange(form), 400, "invalid_scope");
        form.put("scope", "openid");
        assertThat(granted(portal.exchange(form))).containsEntry("scope", "openid");
    }

    @Test
    void keepsItsKeyForItselfAndItsSessionsOverARestart() throws Exception {
        Map<String, Object> tokens = portal.tokensFor(DemoPeople.PRIYA);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(portal.keyFile())))
                .isEqualTo("rw-------");
        assertThat(portal.get("/jwks").body()).contains("\"n\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
        portal.restart();
        assertThat(portal.verifies(text(tokens, "id_token"), "JWT")).isTrue();
        granted(portal.exchange(refreshOf(text(tokens, "refresh_token"))));
    }

    @Test
    void takesNoTokenOfOneKindForAnother() throws Exception {
        Map<String, Object> tokens = portal.tokensFor(DemoPeople.MARA);
        assertRefused(portal.exchange(refreshOf(text(tokens, "access_token"))), 400, "invalid_grant");
        assertRefused(portal.exchange(refreshOf(text(tokens, "id_token"))), 400, "invalid_grant");
        assertThat(userInfo(text(tokens, "refresh_token")).statusCode()).isEqualTo(401);
        assertThat(userInfo(text(tokens, "id_token")).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoTokenThatSomebodyElseSigned() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (TestPortal other = new TestPortal(elsewhere)) {
            String foreign = text(other.tokensFor(DemoPeople.MARA), "refresh_token");
            assertRefused(portal.exchange(refreshOf(foreign)), 400, "invalid_grant");
        }
    }

    @Test
    void saysWhoATokenSpeaksFor() throws Exception {
        HttpResponse<String> answer = userInfo(text(portal.tokensFor(DemoPeople.NOOR), "access_token"));
        assertThat(JsonUtil.parseJson(answer.body()))
                .containsEntry("sub", "noor")
                .containsEntry("roles", List.of("account-manager"));
        assertThat(portal.get("/userinfo").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> userInfo(String token) throws Exception {
        return portal.get("/userinfo", it -> it.header("Authorization", "Bearer " + token));
    }

    @Test
    void endsASessionAndSendsThePersonBack() throws Exception {
        Map<String, Object> tokens = portal.tokensFor(DemoPeople.MARA);
        portal.letPass(Duration.ofHours(1));
        HttpResponse<String> answer = portal.get("/end-session?"
                + TestPortal.encoded(Map.of(
                        "id_token_hint",
                        text(tokens, "id_token"),
                        "post_logout_redirect_uri",
                        TestPortal.ORIGIN + "/",
                        "state",
                        "state-2")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(TestPortal.ORIGIN + "/?state=state-2");
        assertRefused(portal.exchange(refreshOf(text(tokens, "refresh_token"))), 400, "invalid_grant");
    }

    @Test
    void saysSoWhenItEndsASessionWithoutAnAddressToGoTo() throws Exception {
        String token = text(portal.tokensFor(DemoPeople.MARA), "id_token");
        HttpResponse<String> answer = portal.post("/end-session", Map.of("id_token_hint", token));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("You are signed out");
    }

    @Test
    void endsNoSessionForAForeignAddressOrWithoutItsToken() throws Exception {
        Map<String, Object> tokens = portal.tokensFor(DemoPeople.MARA);
        for (Map<String, String> form : List.of(
                Map.of("id_token_hint", text(tokens, "id_token"), "post_logout_redirect_uri", "http://example.org/"),
                Map.of("id_token_hint", text(tokens, "id_token"), "client_id", "other"),
                Map.of("id_token_hint", text(tokens, "access_token")),
                Map.of("post_logout_redirect_uri", TestPortal.ORIGIN + "/"))) {
            HttpResponse<String> answer = portal.post("/end-session", form);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
        granted(portal.exchange(refreshOf(text(tokens, "refresh_token"))));
    }
}
