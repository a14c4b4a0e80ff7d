package dev.purser.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds every answer against the samples of the reference. Objects are compared by the type that they name: one may have
 * no property that no sample of its type has, and must have those that all samples of its type have.
 */
class WireShapesTest extends RunningSimulator {

    private static final Path SAMPLES = Path.of("src/test/resources/wire");

    /** The properties of an object and of the untyped ones within, each with the kinds of its values. */
    private record Shape(Map<String, Set<String>> properties) {}

    @ParameterizedTest
    @EnumSource(
            value = Route.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOKEN", "OTHER", "PATCH_BUDGET"})
    void answersInTheShapesOfTheSamples(Route route) throws IOException {
        Map<String, List<Shape>> samples = samples();
        Map<String, List<Shape>> answered = new TreeMap<>();
        for (SimulatedCustomer customer : someOfEachKind()) {
            String path = route == Route.AUDIT_RECORD ? aRecord(customer) : Addresses.of(route, customer);
            var response = client.get(path, client.appAndUser());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            collect(WireJson.read(response.body()), answered);
        }
        // No sample shows one of these.
        answered.remove("AzureResourceMonthlyUsageRecord");
        assertThat(answered).isNotEmpty();

        answered.forEach((type, shapes) -> {
            assertThat(samples).as("samples of " + type).containsKey(type);
            for (Shape shape : shapes) {
                assertThat(known(samples.getOrDefault(type, List.of())))
                        .as(type + " has a property or a kind of value that no sample has")
                        .containsAll(flat(shape));
                assertThat(shape.properties().keySet())
                        .as(type + " lacks a property that all samples have")
                        .containsAll(inAll(samples.getOrDefault(type, List.of())));
            }
        });
    }

    private List<SimulatedCustomer> someOfEachKind() {
        List<SimulatedCustomer> withUsage = simulator.world().customers().stream()
                .filter(customer -> customer.spent().isPresent())
                .toList();
        return Stream.of(AzureOffer.values())
                .flatMap(offer -> Stream.of(true, false)
                        .flatMap(limited -> withUsage.stream()
                                .filter(customer -> customer.offer() == offer)
                                .filter(customer -> limited
                                        == simulator
                                                .world()
                                                .budget(customer.id())
                                                .isPresent())
                                .limit(1)))
                .toList();
    }

    private String aRecord(SimulatedCustomer customer) {
        simulator.world().setBudgetOutside(customer.id(), BigDecimal.TEN);
        String id = ApiClient.json(client.get("/v1/auditrecords?size=1", client.appAndUser()))
                .path("items")
                .path(0)
                .path("id")
                .textValue();
        return "/v1/auditrecords/" + id;
    }

    @ParameterizedTest
    @CsvSource({
        "error-400-invalid-input, INVALID_INPUT",
        "error-400-invalid-customer, INVALID_CUSTOMER",
        "error-400-model-state, MODEL_STATE",
        "error-400-no-usage-data, NO_USAGE_DATA",
        "error-401-access-denied, ACCESS_DENIED_401",
        "error-401-mfa-required, MFA_REQUIRED",
        "error-401-partner-token-missing, PARTNER_TOKEN_MISSING",
        "error-401-wrong-audience, WRONG_AUDIENCE",
        "error-403-app-only, APP_ONLY",
        "error-403-no-relationship, NO_RELATIONSHIP",
        "error-403-role, ROLE",
        "error-404-not-found, NOT_FOUND",
        "error-404-tenant, TENANT_NOT_FOUND",
        "error-500, SERVER_ERROR",
        "error-500-try-later, TRY_LATER"
    })
    void refusesInTheShapesOfTheSamples(String sample, Refusal refusal) throws IOException {
        JsonNode expected = WireJson.read(read(SAMPLES.resolve(sample + ".json")));
        Reply reply = refusal.reply();
        JsonNode answered = WireJson.read(reply.body());

        assertThat(sample).contains("-" + reply.status());
        assertThat(names(answered)).isEqualTo(names(expected));
        assertThat(answered.path("code")).isEqualTo(expected.path("code"));
    }

    @Test
    void refusesInPlainTextAsTheSampleDoes() throws IOException {
        assertThat(Refusal.ROLE_PLAIN.reply().body()).isEqualTo(read(SAMPLES.resolve("error-403-role-plain.txt")));
    }

    @ParameterizedTest
    @CsvSource({
        "budget-patch-request.json, 8250.50",
        "budget-patch-request-camel.json, 8250.50",
        "budget-patch-request-remove.json, none"
    })
    void takesTheRequestsOfTheSamples(String sample, String expected) throws IOException {
        var customer = KnownCustomers.CONTOSO_RETAIL;

        var response = client.patchBudget(customer, read(SAMPLES.resolve(sample)), client.appOnly());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(simulator
                        .world()
                        .budget(customer)
                        .map(BigDecimal::toPlainString)
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @Test
    void answersABudgetInEveryFormOfTheSamples() throws IOException {
        var behaviour = simulator.switches();
        for (Behaviour.BudgetForm form : Behaviour.BudgetForm.values()) {
            behaviour.change(now -> now.withBudgetForm(form));
            assertThat(names(budget()))
                    .isEqualTo(names(WireJson.read(read(SAMPLES.resolve(
                            switch (form) {
                                case FULL -> "budget-get-200.json";
                                case MINIMAL -> "budget-get-200-minimal.json";
                                case WITH_LINKS -> "budget-get-200-with-links.json";
                            })))));
        }
        behaviour.reset();
        simulator.world().setBudgetOutside(KnownCustomers.CONTOSO_RETAIL, null);
        assertThat(budget()).isEqualTo(WireJson.read(read(SAMPLES.resolve("budget-get-200-unset.json"))));
        behaviour.change(now -> now.withUnset(Behaviour.Unset.NULL));
        assertThat(budget()).isEqualTo(WireJson.read(read(SAMPLES.resolve("budget-get-200-unset-explicit-null.json"))));
    }

    private JsonNode budget() {
        return ApiClient.json(
                client.get("/v1/customers/" + KnownCustomers.CONTOSO_RETAIL + "/usagebudget", client.appOnly()));
    }

    private static Map<String, List<Shape>> samples() throws IOException {
        Map<String, List<Shape>> shapes = new TreeMap<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(one -> one.toString().endsWith("200.json")
                            || one.toString().contains("-200-"))
                    .toList()) {
                String text = read(file);
                collect(WireJson.read(text.startsWith("\uFEFF") ? text.substring(1) : text), shapes);
            }
        }
        return shapes;
    }

    private static void collect(JsonNode node, Map<String, List<Shape>> into) {
        String type = typeOf(node);
        if (!type.isEmpty()) {
            Map<String, Set<String>> properties = new TreeMap<>();
            describe(node, "", properties);
            into.computeIfAbsent(type, _ -> new ArrayList<>()).add(new Shape(properties));
        }
        node.forEach(child -> collect(child, into));
    }

    private static void describe(JsonNode node, String prefix, Map<String, Set<String>> properties) {
        node.properties().forEach(property -> {
            // A plan tells its currency by code, legacy by culture; some samples show one of the two alone.
            String name = prefix + property.getKey().replace("currencyLocale", "currencyCode");
            properties
                    .computeIfAbsent(name, _ -> new TreeSet<>())
                    .add(property.getValue().getNodeType().name());
            boolean typed = !typeOf(property.getValue()).isEmpty();
            boolean list = prefix.isEmpty() && property.getKey().equals("items");
            if (!typed && !list) {
                describe(property.getValue(), name + ".", properties);
            }
        });
    }

    private static String typeOf(JsonNode node) {
        return node.path("attributes").path("objectType").asText("");
    }

    private static Set<String> known(List<Shape> shapes) {
        return shapes.stream().flatMap(shape -> flat(shape).stream()).collect(Collectors.toSet());
    }

    private static Set<String> flat(Shape shape) {
        return shape.properties().entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(kind -> one.getKey() + " " + kind))
                .collect(Collectors.toSet());
    }

    private static Set<String> inAll(List<Shape> shapes) {
        Set<String> names = new TreeSet<>(shapes.getFirst().properties().keySet());
        shapes.forEach(shape -> names.retainAll(shape.properties().keySet()));
        return names;
    }

    private static Set<String> names(JsonNode node) {
        return node.properties().stream()
                .map((Function<Map.Entry<String, JsonNode>, String>) Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
