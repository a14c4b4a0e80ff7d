package dev.purser.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The simulated Partner Center of a demo, by its own addresses: what it knows, and what it is to do wrong. */
final class SimulatedMicrosoft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    SimulatedMicrosoft(URI address) {
        this.address = address;
    }

    /** A customer as it is there. */
    record Customer(
            UUID id,
            String name,
            String domain,
            String currency,
            Optional<BigDecimal> budget,
            Optional<BigDecimal> spent) {

        String page() {
            return "/customers/nordstern/" + id;
        }

        /** The budget when it was looked up. */
        BigDecimal amount() {
            return budget.orElseThrow();
        }

        /** As English pages show it. */
        String shown(BigDecimal amount) {
            return "%s %s".formatted(String.format(Locale.ENGLISH, "%,.2f", amount), currency);
        }
    }

    List<Customer> customers() {
        return StreamSupport.stream(
                        send("GET", "/simulator/customers", "")
                                .path("customers")
                                .spliterator(),
                        false)
                .map(found -> new Customer(
                        UUID.fromString(found.path("id").textValue()),
                        found.path("name").textValue(),
                        found.path("domain").textValue(),
                        found.path("currency").textValue(),
                        amount(found, "budget"),
                        amount(found, "totalCost")))
                .toList();
    }

    Customer customer(UUID id) {
        return customers().stream()
                .filter(customer -> customer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Optional<BigDecimal> budget(UUID customer) {
        return customer(customer).budget();
    }

    /** Somebody changes it without Purser. */
    void changeBudget(UUID customer, BigDecimal amount) {
        send("PUT", "/simulator/customers/" + customer + "/budget", "{\"amount\": " + amount.toPlainString() + "}");
    }

    /** Without the pauses that people are used to from the real one. */
    void answerAtOnce() {
        send("PATCH", "/simulator/switches", "{\"leastLatencyMillis\": 0, \"mostLatencyMillis\": 0}");
    }

    /** As the demo began. */
    void answerAsUsual() {
        send("DELETE", "/simulator/switches", "");
    }

    /** From now on, that many times. @param fault as its JSON */
    void trouble(UUID customer, String route, int times, String fault) {
        send("POST", "/simulator/faults", """
                {"route": "%s", "customer": "%s", "times": %d, "fault": %s}
                """.formatted(route, customer, times, fault));
    }

    /** No more trouble on that route for that customer. */
    void peace(UUID customer, String route) {
        send("GET", "/simulator/faults", "").path("faults").forEach(rule -> {
            if (rule.path("route").asText().equals(route)
                    && rule.path("customer").asText().equals(customer.toString())) {
                send("DELETE", "/simulator/faults/" + rule.path("id").asLong(), "");
            }
        });
    }

    /** How often a budget was set for the customer by somebody who asked over the API. */
    int applied(UUID customer) {
        return (int) StreamSupport.stream(
                        send("GET", "/simulator/journal/applied?customer=" + customer, "")
                                .path("applied")
                                .spliterator(),
                        false)
                .filter(one -> one.path("origin").asText().equals("API"))
                .count();
    }

    /** How many requests of that route have come for the customer. */
    int asked(UUID customer, String route) {
        return (int) StreamSupport.stream(
                        send("GET", "/simulator/journal/exchanges?customer=" + customer, "")
                                .path("exchanges")
                                .spliterator(),
                        false)
                .filter(one -> one.path("route").asText().equals(route))
                .count();
    }

    private static Optional<BigDecimal> amount(JsonNode customer, String field) {
        return Optional.of(customer.path(field)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = Visitor.send(http, request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
