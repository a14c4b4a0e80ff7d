package dev.purser.partnercenter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What the adapter makes of each sample under {@code wire}: samples of every endpoint that it calls, with invented values in
 * the shapes that Microsoft's documentation shows and that other clients have met. A sample without a meaning here, and a
 * meaning without a sample, fails.
 */
class WireSamplesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final UUID PELICAN = UUID.fromString("e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64");
    private static final UUID HARBOUR = UUID.fromString("7f34a1c8-5e09-42bd-93d6-e6c20f8b7a51");

    /** What is asked when the sample is the answer, and what has to come of it. */
    private interface Meaning {
        void check(WireStage stage, String sample);
    }

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            entry("budget-get-200.json", budget("7500")),
            entry("budget-get-200-minimal.json", budget("7500")),
            entry("budget-get-200-with-links.json", budget("7500")),
            entry("budget-get-200-bom.json", budget("7500")),
            entry("budget-get-200-unset.json", noBudget()),
            entry("budget-get-200-unset-explicit-null.json", noBudget()),
            entry("budget-patch-200.json", shown(SpendingLimit.of("8250.50"))),
            entry("budget-patch-200-removed.json", shown(SpendingLimit.notSet())),
            entry("budget-patch-request.json", request(SpendingLimit.of("8250.50"))),
            entry("budget-patch-request-camel.json", request(SpendingLimit.of("8250.50"))),
            entry("budget-patch-request-remove.json", request(SpendingLimit.notSet())),
            entry("budget-patch-request-remove-omitted.json", neverRequested()),
            entry(
                    "usage-summary-200.json",
                    usage(WireStage.NORDLICHT.tenant(), "7500", "1843.90666666666661291421 EUR")),
            entry("usage-summary-200-legacy.json", usage(PELICAN, "300", "41.270318 USD")),
            entry("usage-summary-200-no-budget.json", usage(HARBOUR, "not set", "0.00 GBP")),
            entry(
                    "customer-usage-records-200.json",
                    usages(
                            "7500 1843.90666666666661291421 EUR",
                            "not set 41.270318 USD",
                            "400 2314.88410000000005293951 SEK",
                            "not set 0.00 GBP")),
            entry(
                    "customer-usage-records-page-200.json",
                    usages("7500 1843.90666666666661291421 EUR", "not set 41.270318 USD", "and more")),
            entry("customer-usage-records-empty-200.json", usages()),
            entry("customers-page-200.json", customers("Nordlicht Maschinenbau", "Pelican Bay Clinics", "and more")),
            entry(
                    "customers-page-200-next-v1-prefix.json",
                    customers("Nordlicht Maschinenbau", "Pelican Bay Clinics", "and more")),
            entry("customers-page-200-last.json", customers("Fjällkraft Energi", "Harbour Street Bakery")),
            entry("customer-200.json", customer("Nordlicht Maschinenbau", "nordlicht.example", "reseller", true)),
            entry(
                    "audit-records-200.json",
                    activities(
                            "update_customer_spending_budget succeeded",
                            "update_customer_user_licenses succeeded",
                            "some_future_operation progress",
                            "add_customer failed")),
            entry("audit-records-page-200.json", activities("update_customer_spending_budget succeeded", "and more")),
            entry("audit-record-budget-change-200.json", activityAlone("update_customer_spending_budget succeeded")),
            entry("audit-record-missing-200.json", activityMissing()),
            entry(
                    "error-400-invalid-input.json",
                    refused(400, "800002", "The request input is not valid (made-up text)")),
            entry(
                    "error-400-invalid-customer.json",
                    refused(400, "900118", "The customer identifier is not valid (made-up text)")),
            entry("error-400-model-state.json", refused(400, "", "The request is invalid.")),
            entry("error-400-no-usage-data.json", refused(400, "3000", "Customer does not have usage data.")),
            entry("error-401-access-denied.json", refused(401, "400", "Access is denied (made-up text)")),
            entry(
                    "error-401-mfa-required.json",
                    refused(401, "900421", "The token carries no multifactor claim (made-up text)")),
            entry(
                    "error-401-partner-token-missing.json",
                    refused(401, "800001", "No partner token in the request context (made-up text)")),
            entry(
                    "error-401-wrong-audience.json",
                    refused(401, "900420", "Token audience is not accepted any more (made-up text)")),
            entry(
                    "error-403-app-only.json",
                    refused(403, "900329", "Application-only tokens are not accepted here (made-up text)")),
            entry(
                    "error-403-no-relationship.json",
                    refused(
                            403,
                            "20002",
                            "No commerce relationship between partner 5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17 and customer"
                                    + " e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64 (made-up text)")),
            entry(
                    "error-403-role.json",
                    refused(403, "900150", "The caller role is not allowed to do this (made-up text)")),
            entry(
                    "error-403-role-plain.txt",
                    refused(403, "", "The supplied role does not have the rights to perform the requested operation.")),
            entry("error-404-not-found.json", refused(404, "1000", "Resource not found (made-up text)")),
            entry("error-404-tenant.json", refused(404, "60003", "Tenant not found (made-up text)")),
            entry("error-429.json", throttled()),
            entry("error-500.json", unavailable(500, "500 800003 Unexpected failure in the service (made-up text)")),
            entry(
                    "error-500-try-later.json",
                    unavailable(500, "500 900192 Temporary failure, retry later (made-up text)")),
            entry("error-502-gateway.html", unavailable(502, "502 502 - Bad Gateway")),
            entry("token-app-only-v1-200.json", token("eyJ0eXAiOiJKV1QifQ.made-up-app-only.sig")),
            entry("token-app-only-v2-200.json", token("eyJ0eXAiOiJKV1QifQ.made-up-app-only-v2.sig")),
            entry("token-app-user-v1-200.json", token("eyJ0eXAiOiJKV1QifQ.made-up-app-user.sig")),
            entry("token-app-user-v2-200.json", token("eyJ0eXAiOiJKV1QifQ.made-up-app-user-v2.sig")),
            entry("token-error-invalid-grant-400.json", tokenRefused("invalid_grant")));

    static final List<String> SAMPLES = List.copyOf(new TreeMap<>(MEANINGS).keySet());

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void meansWhatItSays(String sample) {
        try (var stage = new WireStage(WireStage.withUser("refresh-token"))) {
            Objects.requireNonNull(MEANINGS.get(sample)).check(stage, sample);
        }
    }

    @Test
    void coversEverySample() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(WireSamplesTest.class.getResource("/wire"))
                .toURI());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(SAMPLES);
        }
    }

    private static Meaning budget(String amount) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            assertThat(value(stage.read())).isEqualTo(SpendingLimit.of(amount));
        };
    }

    private static Meaning noBudget() {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            assertThat(value(stage.read())).isEqualTo(SpendingLimit.notSet());
        };
    }

    private static Meaning shown(SpendingLimit limit) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            assertThat(stage.send(limit)).isEqualTo(new Answer.Shown(limit, 200, WireStage.CORRELATION));
        };
    }

    private static Meaning request(SpendingLimit limit) {
        return (stage, sample) -> assertThat(inSmallLetters(json(requested(stage, limit))))
                .isEqualTo(inSmallLetters(json(Samples.text(sample))));
    }

    /** What leaving the amount out would do is not documented. */
    private static Meaning neverRequested() {
        return (stage, sample) ->
                assertThat(json(requested(stage, SpendingLimit.notSet()))).isNotEqualTo(json(Samples.text(sample)));
    }

    private static String requested(WireStage stage, SpendingLimit limit) {
        stage.api.answer(Reply.json(200, "{}"));
        stage.send(limit);
        return stage.api.lastRequest().body();
    }

    private static Meaning usage(UUID tenant, String limit, String spend) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            var customer = new CustomerId(WireStage.EMEA, tenant);
            assertThat(words(value(stage.partnerCenter.usages().read(customer))))
                    .isEqualTo(limit + " " + spend);
        };
    }

    private static Meaning usages(String... expected) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            var page = value(stage.partnerCenter.usages().page(WireStage.EMEA, Optional.empty()));
            assertThat(with(page.usages().stream().map(WireSamplesTest::words), page.next()))
                    .containsExactly(expected);
        };
    }

    private static String words(Usages.CustomerUsage usage) {
        var amount = switch (usage.limit().orElseThrow()) {
            case SpendingLimit.NotSet notSet -> "not set";
            case SpendingLimit.Limit limit -> limit.amount().toPlainString();
        };
        var spend = usage.usage().orElseThrow().spend();
        return amount + " " + spend.amount().toPlainString() + " " + spend.currency();
    }

    private static Meaning customers(String... expected) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            var page = value(stage.partnerCenter.relationships().page(WireStage.EMEA, Optional.empty()));
            assertThat(with(page.customers().stream().map(Relationships.Customer::name), page.next()))
                    .containsExactly(expected);
        };
    }

    private static Meaning customer(String name, String domain, String toPartner, boolean delegatedAccess) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            assertThat(value(stage.partnerCenter.relationships().read(WireStage.NORDLICHT)))
                    .isEqualTo(new Relationships.Relationship(
                            new Relationships.Customer(WireStage.NORDLICHT.tenant(), name, domain),
                            Optional.of(toPartner),
                            Optional.of(delegatedAccess)));
        };
    }

    private static Meaning activities(String... expected) {
        return (stage, sample) -> {
            stage.api.answer(Reply.sample(200, sample));
            assertThat(activities(stage)).containsExactly(expected);
        };
    }

    /** It is the answer to a question that is never asked; its shape is that of the items of a page. */
    private static Meaning activityAlone(String expected) {
        return (stage, sample) -> {
            stage.api.answer(Reply.json(200, "{\"items\":[" + Samples.text(sample) + "]}"));
            assertThat(activities(stage)).containsExactly(expected);
        };
    }

    private static Meaning activityMissing() {
        return (stage, sample) -> {
            stage.api.answer(Reply.json(200, "{\"items\":[" + Samples.text(sample) + "]}"));
            var page = value(stage.partnerCenter.activities().page(WireStage.EMEA, DAY, DAY, Optional.empty()));
            assertThat(page).isEqualTo(new Activities.Page(List.of(), Optional.empty(), 1));
        };
    }

    private static List<String> activities(WireStage stage) {
        var page = value(stage.partnerCenter.activities().page(WireStage.EMEA, DAY, DAY, Optional.empty()));
        assertThat(page.unreadable()).isZero();
        return with(
                page.activities().stream().map(activity -> activity.operation() + " " + activity.status()),
                page.next());
    }

    private static List<String> with(Stream<String> items, Optional<Relationships.Continuation> next) {
        return Stream.concat(items, next.stream().map(_ -> "and more")).toList();
    }

    /** The same whether a budget is read or sent; where it is sent, a 401 is told as such. */
    private static Meaning refused(int status, String code, String words) {
        return (stage, sample) -> {
            stage.api.answer(_ -> Reply.sample(status, sample));
            var refusal = ((Reading.Refused<?>) stage.read()).refusal();
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code().orElse("")).isEqualTo(code);
            assertThat(refusal.words()).isEqualTo(words);
            assertThat(stage.send(SpendingLimit.notSet()))
                    .isInstanceOf(status == 401 ? Answer.Unauthorized.class : Answer.Rejected.class);
        };
    }

    private static Meaning throttled() {
        return (stage, sample) -> {
            stage.api.answer(_ -> Reply.sample(429, sample));
            assertThat(stage.read()).isInstanceOf(Reading.Throttled.class);
            assertThat(stage.send(SpendingLimit.notSet())).isInstanceOf(Answer.Throttled.class);
        };
    }

    private static Meaning unavailable(int status, String detail) {
        return (stage, sample) -> {
            stage.api.answer(_ -> Reply.sample(status, sample));
            assertThat(((Reading.Unavailable<?>) stage.read()).trouble().detail())
                    .isEqualTo(detail);
            assertThat(((Answer.Lost) stage.send(SpendingLimit.notSet()))
                            .trouble()
                            .detail())
                    .isEqualTo(detail);
        };
    }

    private static Meaning token(String secret) {
        return (stage, sample) -> {
            stage.authority.answer(Reply.sample(200, sample));
            stage.api.answer(Reply.sample(200, "budget-get-200.json"));
            assertThat(value(stage.read())).isEqualTo(SpendingLimit.of("7500"));
            assertThat(stage.api.lastRequest().header("Authorization")).contains("Bearer " + secret);
        };
    }

    private static Meaning tokenRefused(String code) {
        return (stage, sample) -> {
            stage.authority.answer(_ -> Reply.sample(400, sample));
            assertThat(((Reading.Refused<?>) stage.read()).refusal().code()).contains(code);
            assertThat(stage.send(SpendingLimit.notSet())).isInstanceOf(Answer.CredentialsRefused.class);
            assertThat(stage.api.connections()).isZero();
        };
    }

    private static <T> T value(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<T>) reading).value();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private static JsonNode inSmallLetters(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = new ObjectMapper().createObjectNode();
        object.properties()
                .forEach(member ->
                        copy.set(member.getKey().toLowerCase(Locale.ROOT), inSmallLetters(member.getValue())));
        return copy;
    }
}
