package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest extends RunningSimulator {

    private static final String BUDGET = "/v1/customers/" + CONTOSO_RETAIL + "/usagebudget";

    @Test
    void issuesAnAppOnlyTokenOfVersion2WithNumbers() {
        HttpResponse<String> response = client.tokenV2(client.appOnlyForm());

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode token = json(response);
        assertThat(token.path("token_type").textValue()).isEqualTo("Bearer");
        assertThat(token.path("expires_in").isIntegralNumber()).isTrue();
        assertThat(token.path("expires_in").intValue()).isEqualTo(3600);
        assertThat(token.has("refresh_token")).isFalse();
        assertThat(client.get(BUDGET, token.path("access_token").textValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void issuesATokenOfVersion1WithStrings() {
        Map<String, String> form = new HashMap<>(client.appOnlyForm());
        form.remove("scope");
        form.put("resource", ApiClient.PARTNER_CENTER);

        JsonNode token = json(client.tokenV1(form));

        assertThat(token.path("expires_in").textValue()).isEqualTo("3600");
        assertThat(token.path("expires_on").textValue()).isEqualTo("1781775727");
        assertThat(token.path("resource").textValue()).isEqualTo(ApiClient.PARTNER_CENTER);
        assertThat(client.get(BUDGET, token.path("access_token").textValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void rotatesTheRefreshTokenAndKeepsTheOldOneValid() {
        JsonNode first = json(client.tokenV2(client.appAndUserForm(settings.refreshToken())));
        String rotated = first.path("refresh_token").textValue();
        JsonNode second = json(client.tokenV2(client.appAndUserForm(rotated)));

        assertThat(rotated).isNotEqualTo(settings.refreshToken());
        assertThat(second.path("refresh_token").textValue())
                .isNotEqualTo(rotated)
                .isNotEmpty();
        assertThat(client.tokenV2(client.appAndUserForm(settings.refreshToken()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.tokenV2(client.appAndUserForm(rotated)).statusCode()).isEqualTo(200);
    }

    @Test
    void acceptsARotatedRefreshTokenAfterANewStart() {
        String rotated = json(client.tokenV2(client.appAndUserForm(settings.refreshToken())))
                .path("refresh_token")
                .textValue();

        try (PartnerCenterSimulator restarted = PartnerCenterSimulator.start(settings);
                ApiClient again = new ApiClient(restarted, settings)) {
            assertThat(again.tokenV2(again.appAndUserForm(rotated)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesAForgedRefreshToken() {
        HttpResponse<String> response = client.tokenV2(client.appAndUserForm("1.AXoA-forged.0123456789abcdef"));

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode body = json(response);
        assertThat(body.path("error").textValue()).isEqualTo("invalid_grant");
        assertThat(body.path("error_description").textValue())
                .startsWith("AADSTS")
                .contains("\r\nTrace ID: ");
        assertThat(body.path("error_codes").path(0).isIntegralNumber()).isTrue();
        assertThat(body.path("timestamp").textValue()).isEqualTo("2026-06-18 08:42:07Z");
        assertThat(body.path("correlation_id").textValue()).hasSize(36);
    }

    @Test
    void refusesAWrongSecret() {
        Map<String, String> form = new HashMap<>(client.appOnlyForm());
        form.put("client_secret", "wrong");

        HttpResponse<String> response = client.tokenV2(form);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("error").textValue()).isEqualTo("invalid_client");
    }

    @Test
    void refusesAnotherTenant() {
        HttpResponse<String> response = client.postForm(
                simulator.authority() + "/00000000-0000-0000-0000-000000000000/oauth2/v2.0/token",
                client.appOnlyForm());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("error").textValue()).isEqualTo("invalid_client");
    }

    @Test
    void refusesAScopeWithoutDefault() {
        Map<String, String> form = new HashMap<>(client.appOnlyForm());
        form.put("scope", ApiClient.PARTNER_CENTER + "/user_impersonation");

        assertThat(json(client.tokenV2(form)).path("error").textValue()).isEqualTo("invalid_scope");
    }

    @Test
    void answers401WithCode400OnceTheTokenHasExpired() {
        String token = client.appOnly();
        clock.move(Duration.ofMinutes(59));
        assertThat(client.get(BUDGET, token).statusCode()).isEqualTo(200);

        clock.move(Duration.ofMinutes(1));

        HttpResponse<String> response = client.get(BUDGET, token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("code").textValue()).isEqualTo("400");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void expiresAllTokensOnDemand() {
        String token = client.appOnly();
        simulator.expireTokens();

        assertThat(json(client.get(BUDGET, token)).path("code").textValue()).isEqualTo("400");
        assertThat(client.get(BUDGET, client.appOnly()).statusCode()).isEqualTo(200);
    }

    @Test
    void answers401WithCode800001ToAnUnknownToken() {
        HttpResponse<String> response = client.get(BUDGET, "garbage");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("code").textValue()).isEqualTo("800001");
    }

    @Test
    void answers401WithCode900420ToATokenForAnotherAudience() {
        Map<String, String> form = new HashMap<>(client.appOnlyForm());
        form.put("scope", "https://graph.windows.net/.default");
        String token = json(client.tokenV2(form)).path("access_token").textValue();

        HttpResponse<String> response = client.get(BUDGET, token);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("code").textValue()).isEqualTo("900420");
    }

    @Test
    void acceptsItsOwnAddressAsAudience() {
        Map<String, String> form = new HashMap<>(client.appOnlyForm());
        form.put("scope", simulator.baseUrl() + "/.default");
        String token = json(client.tokenV2(form)).path("access_token").textValue();

        assertThat(client.get(BUDGET, token).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesUsageToAnApplicationAlone() {
        HttpResponse<String> response = client.get("/v1/customers/usagerecords", client.appOnly());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).path("code").textValue()).isEqualTo("900329");
        assertThat(client.get("/v1/customers/usagerecords", client.appAndUser()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsSecretsOutOfTheJournal() {
        String token = client.appAndUser();
        client.get(BUDGET, token);

        String journal = simulator.journal().exchanges().toString() + settings;
        assertThat(journal).doesNotContain(settings.clientSecret(), settings.refreshToken(), token);
        assertThat(simulator.journal().exchanges(Route.GET_BUDGET).getFirst().caller())
                .isEqualTo(Caller.APP_AND_USER);
    }

    @Test
    void takesEachRefreshTokenOnceWhereItIsToldTo() {
        simulator.signIn().rotate(SignIn.Rotation.EACH_IS_TAKEN_ONCE);
        JsonNode first = json(client.tokenV2(client.appAndUserForm(settings.refreshToken())));

        HttpResponse<String> again = client.tokenV2(client.appAndUserForm(settings.refreshToken()));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).path("error").textValue()).isEqualTo("invalid_grant");
        String rotated = first.path("refresh_token").textValue();
        assertThat(client.tokenV2(client.appAndUserForm(rotated)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEveryRefreshTokenThatWasRevoked() {
        JsonNode first = json(client.tokenV2(client.appAndUserForm(settings.refreshToken())));
        simulator.signIn().revokeRefreshTokens();

        for (String revoked :
                List.of(settings.refreshToken(), first.path("refresh_token").textValue())) {
            HttpResponse<String> refused = client.tokenV2(client.appAndUserForm(revoked));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).path("error_description").textValue()).startsWith("AADSTS50173: ");
        }
    }
}
