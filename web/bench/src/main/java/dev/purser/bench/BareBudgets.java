package dev.purser.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/**
 * The same requests by the JDK's {@link HttpClient} and nothing else: no token is looked after, no time is limited, no
 * answer is made sense of.
 */
final class BareBudgets implements AutoCloseable {

    private static final String BODY = "{\"Amount\":%s,\"Attributes\":{\"ObjectType\":\"SpendingBudget\"}}"
            .formatted(CannedPartnerCenter.LIMIT_AFTER);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    BareBudgets(URI base) {
        this.base = base;
    }

    void read(UUID tenant) {
        var request = to(tenant, UUID.randomUUID(), UUID.randomUUID()).GET().build();
        make(request);
    }

    void send(UUID tenant, UUID id, UUID correlation) {
        var request = to(tenant, id, correlation)
                .header("Content-Type", "application/json; charset=utf-8")
                .method("PATCH", BodyPublishers.ofString(BODY))
                .build();
        make(request);
    }

    private HttpRequest.Builder to(UUID tenant, UUID request, UUID correlation) {
        return HttpRequest.newBuilder(URI.create(base + "/v1/customers/" + tenant + "/usagebudget"))
                .header("Authorization", "Bearer " + CannedServer.TOKEN)
                .header("Accept", "application/json")
                .header("MS-RequestId", request.toString())
                .header("MS-CorrelationId", correlation.toString())
                .header("MS-Contract-Version", "v1")
                .header("X-Locale", "en-US")
                .header("MS-PartnerCenter-Application", "Purser");
    }

    private void make(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || answer.body().length == 0) {
                throw new IllegalStateException("Answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
