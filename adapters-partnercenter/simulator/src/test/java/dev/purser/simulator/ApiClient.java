package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A caller of the simulator that does nothing by itself: no repetition, no token handling. */
final class ApiClient implements AutoCloseable {

    static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";

    private final PartnerCenterSimulator simulator;
    private final SimulatorSettings settings;
    private final HttpClient http = HttpClient.newHttpClient();

    ApiClient(PartnerCenterSimulator simulator, SimulatorSettings settings) {
        this.simulator = simulator;
        this.settings = settings;
    }

    Map<String, String> appOnlyForm() {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                settings.clientId().toString(),
                "client_secret",
                settings.clientSecret(),
                "scope",
                PARTNER_CENTER + "/.default");
    }

    Map<String, String> appAndUserForm(String refreshToken) {
        return Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                settings.clientId().toString(),
                "client_secret",
                settings.clientSecret(),
                "refresh_token",
                refreshToken,
                "scope",
                PARTNER_CENTER + "/.default");
    }

    String appOnly() {
        return json(tokenV2(appOnlyForm())).path("access_token").textValue();
    }

    String appAndUser() {
        return json(tokenV2(appAndUserForm(settings.refreshToken())))
                .path("access_token")
                .textValue();
    }

    HttpResponse<String> tokenV2(Map<String, String> form) {
        return postForm(simulator.authority() + "/" + settings.tenantId() + "/oauth2/v2.0/token", form);
    }

    HttpResponse<String> tokenV1(Map<String, String> form) {
        return postForm(simulator.authority() + "/" + settings.tenantId() + "/oauth2/token", form);
    }

    HttpResponse<String> postForm(String address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path, String token, String... headers) {
        HttpRequest.Builder request = request(path, token).GET();
        return sent(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> patchBudget(UUID customer, String body, String token, String... headers) {
        return sent(patchRequest(customer, body, token, headers));
    }

    HttpRequest.Builder patchRequest(UUID customer, String body, String token, String... headers) {
        HttpRequest.Builder request = request("/v1/customers/" + customer + "/usagebudget", token)
                .header("Content-Type", "application/json; charset=utf-8")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Sends without a token. */
    HttpResponse<String> control(String method, String path, String body) {
        return sent(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return exchanged(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when the connection broke */
    HttpResponse<String> exchanged(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return WireJson.read(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
