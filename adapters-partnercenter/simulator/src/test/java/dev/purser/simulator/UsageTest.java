package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.BELLOWS_COLLEGE;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static dev.purser.simulator.KnownCustomers.NORTHWIND_TRADERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class UsageTest extends RunningSimulator {

    @Test
    void summarisesAnAzurePlanByTheMonthInUtc() {
        JsonNode summary = json(summary(CONTOSO_RETAIL));

        assertThat(summary.path("currencyCode").textValue()).isEqualTo("EUR");
        assertThat(summary.path("currencySymbol").textValue()).isEqualTo("€");
        assertThat(summary.path("billingStartDate").textValue()).isEqualTo("2026-06-01T00:00:00+00:00");
        assertThat(summary.path("billingEndDate").textValue()).isEqualTo("2026-07-01T00:00:00+00:00");
        assertThat(summary.path("totalCost").decimalValue())
                .isEqualTo(spent(CONTOSO_RETAIL).totalCost());
        assertThat(summary.path("budget").path("amount").decimalValue()).isEqualByComparingTo("4000");
        assertThat(summary.has("currencyLocale")).isFalse();
    }

    @Test
    void summarisesALegacyCustomerByPacificTime() {
        SimulatedCustomer legacy = simulator.world().customers().stream()
                .filter(customer -> customer.offer() == AzureOffer.LEGACY)
                .filter(customer -> customer.spent().isPresent())
                .findFirst()
                .orElseThrow();

        JsonNode summary = json(summary(legacy.id()));

        assertThat(summary.path("currencyLocale").textValue()).isEqualTo(legacy.culture());
        assertThat(summary.has("currencyCode")).isFalse();
        assertThat(summary.path("billingStartDate").textValue()).isEqualTo("2026-05-28T00:00:00-07:00");
        assertThat(summary.path("billingEndDate").textValue()).isEqualTo("2026-06-27T00:00:00-07:00");
    }

    @Test
    void changesThePacificOffsetWithinALegacyPeriod() {
        UsageCalendar.Period period =
                new UsageCalendar(Instant.parse("2026-11-20T10:00:00Z")).period(AzureOffer.LEGACY);

        assertThat(UsageCalendar.wire(period.start())).isEqualTo("2026-10-28T00:00:00-07:00");
        assertThat(UsageCalendar.wire(period.end())).isEqualTo("2026-11-27T00:00:00-08:00");
    }

    @Test
    void answersFault3000WithoutAzureUsage() {
        HttpResponse<String> response = summary(BELLOWS_COLLEGE);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("code").textValue()).isEqualTo("3000");
        assertThat(json(response).path("description").textValue()).isEqualTo("Customer does not have usage data.");
    }

    @Test
    void listsTheRecordsOfEveryoneWithUsage() {
        JsonNode records = records();

        long expected = simulator.world().customers().stream()
                .filter(customer -> !(customer.spend() instanceof Spend.NoUsage))
                .count();
        assertThat(records.path("items")).hasSize((int) expected);
        assertThat(StreamSupport.stream(records.path("items").spliterator(), false)
                        .filter(item -> item.path("totalCost").decimalValue().signum() == 0))
                .hasSizeGreaterThan(5);
        assertThat(item(records, BELLOWS_COLLEGE).isMissingNode()).isTrue();
    }

    @Test
    void worksOutThePercentageInTheCustomersCurrency() {
        JsonNode item = item(records(), CONTOSO_RETAIL);

        assertThat(item.path("percentUsed").decimalValue()).isEqualTo(new BigDecimal("61.53"));
        assertThat(item.path("isUpgraded").booleanValue()).isTrue();
        assertThat(item.path("usdTotalCost").decimalValue()).isEqualByComparingTo("2707.30");
    }

    @Test
    void followsTheBudgetAtOnce() {
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, new BigDecimal("2461.18"));
        assertThat(item(records(), CONTOSO_RETAIL).path("percentUsed").decimalValue())
                .isEqualByComparingTo("100");

        simulator.world().setBudgetOutside(CONTOSO_RETAIL, null);
        JsonNode unset = item(records(), CONTOSO_RETAIL);
        assertThat(unset.path("budget").has("amount")).isFalse();
        assertThat(unset.path("percentUsed").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void isAboutADayBehind() {
        OffsetDateTime asOf = OffsetDateTime.parse(
                json(summary(CONTOSO_RETAIL)).path("lastModifiedDate").textValue());
        OffsetDateTime late = OffsetDateTime.parse(
                json(summary(NORTHWIND_TRADERS)).path("lastModifiedDate").textValue());

        Duration age = Duration.between(asOf.toInstant(), clock.instant());
        assertThat(age).isBetween(Duration.ofHours(20), Duration.ofHours(28));
        assertThat(Duration.between(late, asOf)).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void pagesTheRecordsWhenThereAreMany() {
        SimulatorSettings small = settings.withPageSize(100);
        try (PartnerCenterSimulator other = PartnerCenterSimulator.start(small);
                ApiClient caller = new ApiClient(other, small)) {
            String token = caller.appAndUser();
            int seen = 0;
            JsonNode page = json(caller.get("/v1/customers/usagerecords", token));
            seen += page.path("items").size();
            while (page.path("links").has("next")) {
                JsonNode link = page.path("links").path("next");
                assertThat(link.path("uri").textValue()).isEqualTo("/customers/usagerecords?seekOperation=Next");
                page = json(caller.get(
                        "/v1" + link.path("uri").textValue(),
                        token,
                        "MS-ContinuationToken",
                        page.path("continuationToken").textValue()));
                seen += page.path("items").size();
            }

            assertThat(seen).isEqualTo(records().path("items").size());
        }
    }

    private Spend.Spent spent(UUID customer) {
        return simulator.world().customer(customer).spent().orElseThrow();
    }

    private HttpResponse<String> summary(UUID customer) {
        return client.get("/v1/customers/" + customer + "/usagesummary", client.appAndUser());
    }

    private JsonNode records() {
        return json(client.get("/v1/customers/usagerecords", client.appAndUser()));
    }

    private static JsonNode item(JsonNode records, UUID customer) {
        return StreamSupport.stream(records.path("items").spliterator(), false)
                .filter(item ->
                        UUID.fromString(item.path("resourceId").textValue()).equals(customer))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
