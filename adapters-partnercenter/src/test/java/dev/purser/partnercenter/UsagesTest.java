package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.partnercenter.Usages.CustomerUsage;
import dev.purser.domain.partnercenter.Usages.Page;
import dev.purser.domain.usage.Period;
import dev.purser.domain.usage.Usage;
import dev.purser.domain.usage.Usage.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsagesTest {

    private static final CustomerId NORDLICHT = WireStage.NORDLICHT;
    private static final CustomerId PELICAN = customer("e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64");
    private static final CustomerId HARBOUR = customer("7f34a1c8-5e09-42bd-93d6-e6c20f8b7a51");

    private final WireStage stage = new WireStage(WireStage.withUser("refresh-token"));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void readsAnAzurePlanWithEveryDigitAndTheLastDayOfItsMonth() {
        stage.api.answer(Reply.sample(200, "usage-summary-200.json"));

        assertThat(read(NORDLICHT))
                .isEqualTo(new CustomerUsage(
                        NORDLICHT.tenant(),
                        Optional.of(SpendingLimit.of("7500")),
                        Optional.of(new Usage(
                                money("1843.90666666666661291421", "EUR"),
                                Optional.of(new BigDecimal("1997.4000000000000909495")),
                                Plan.AZURE_PLAN,
                                Optional.of(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))),
                                Optional.of(Instant.parse("2026-11-19T17:06:41.826666700Z"))))));
        assertThat(stage.api.lastRequest().line())
                .isEqualTo("GET /v1/customers/" + NORDLICHT.tenant() + "/usagesummary HTTP/1.1");
    }

    @Test
    void readsALegacyCustomerInTheCurrencyOfItsRegionAndTheDaysOfItsOwnOffset() {
        stage.api.answer(Reply.sample(200, "usage-summary-200-legacy.json"));

        assertThat(read(PELICAN))
                .isEqualTo(new CustomerUsage(
                        PELICAN.tenant(),
                        Optional.of(SpendingLimit.of("300")),
                        Optional.of(new Usage(
                                money("41.270318", "USD"),
                                Optional.empty(),
                                Plan.LEGACY,
                                Optional.of(new Period(LocalDate.of(2026, 10, 28), LocalDate.of(2026, 11, 27))),
                                Optional.of(Instant.parse("2026-11-19T23:03:12.570Z"))))));
    }

    @Test
    void readsThatNothingWasSpentAndNoBudgetIsSet() {
        stage.api.answer(Reply.sample(200, "usage-summary-200-no-budget.json"));

        var usage = read(HARBOUR);

        assertThat(usage.limit()).contains(SpendingLimit.notSet());
        assertThat(usage.usage()).map(Usage::spend).contains(money("0", "GBP"));
    }

    @Test
    void tellsACustomerWithoutUsageFromARefusal() {
        stage.api.answer(Reply.sample(400, "error-400-no-usage-data.json"));

        assertThat(stage.partnerCenter.usages().read(NORDLICHT))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.NO_USAGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"currencyCode\":\"jpy\"|JPY",
                "\"currencyLocale\":\"fr-FR\"|EUR",
                "\"currencyLocale\":\"de_CH\"|CHF",
                "\"currencyLocale\":\"fr\"|-",
                "\"currencyCode\":\"\",\"currencyLocale\":\"sv-SE\"|SEK",
                "\"currencyCode\":\"EURO\"|-",
                "\"currencySymbol\":\"kr\"|-",
                "\"currencyCode\":null|-",
            })
    void findsTheCurrencyOrSaysThatItIsUnknown(String member, String currency) {
        stage.api.answer(
                Reply.json(200, "{\"resourceId\":\"" + NORDLICHT.tenant() + "\",\"totalCost\":12.5," + member + "}"));

        assertThat(read(NORDLICHT).usage().map(usage -> usage.spend().currency().getCurrencyCode()))
                .isEqualTo(Optional.ofNullable(currency));
    }

    @Test
    void neverTellsTheConfiguredCurrencyAsIfMicrosoftHadNamedIt() {
        try (var configured = new WireStage(WireStage.withCurrency("DKK"))) {
            var body = "{\"resourceId\":\"" + NORDLICHT.tenant() + "\",\"totalCost\":12.5}";
            configured.api.answer(Reply.json(200, body), Reply.sample(200, "usage-summary-200.json"));
            var usages = configured.partnerCenter.usages();

            assertThat(value(usages.read(NORDLICHT)).usage()).isEmpty();
            assertThat(value(usages.read(NORDLICHT)).usage())
                    .map(usage -> usage.spend().currency().getCurrencyCode())
                    .contains("EUR");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"isUpgraded\":true|-",
                "\"budget\":null|-",
                "\"budget\":\"\"|-",
                "\"spendingBudget\":300|-",
                "\"budget\":{\"amount\":300}|300",
                "\"budget\":{\"Amount\":0,\"Attributes\":{\"ObjectType\":\"spendingbudget\"}}|0",
                "\"customerSpendingBudget\":{\"amount\":300}|300",
            })
    void tellsABudgetOnlyWhereMicrosoftSpeaksOfOne(String members, String limit) {
        stage.api.answer(Reply.json(200, usage(members)));

        assertThat(read(NORDLICHT).limit()).isEqualTo(Optional.ofNullable(limit).map(SpendingLimit::of));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"attributes\":{\"objectType\":\"Collection\"}}", "[]", "7", "{\"amount\":\"300\"}"})
    void neverTakesAnythingElseForABudget(String budget) {
        stage.api.answer(Reply.json(200, usage("\"budget\":" + budget)));

        assertThat(stage.partnerCenter.usages().read(NORDLICHT))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble().kind()).isEqualTo(Trouble.Kind.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,2026-11-01,2026-11-30",
        "2026-11-01T00:00:00,2026-11-30T23:59:59.9999999,2026-11-01,2026-11-30",
        "2026-11-01T00:00:00+00:00,2026-11-30T00:00:00+00:00,2026-11-01,2026-11-30",
        "2026-10-31T17:00:00-07:00,2026-11-30T16:00:00-08:00,2026-11-01,2026-11-30",
    })
    void endsACalendarMonthOnItsLastDay(String start, String end, LocalDate first, LocalDate last) {
        stage.api.answer(
                Reply.json(200, usage("\"billingStartDate\":\"" + start + "\",\"billingEndDate\":\"" + end + "\"")));

        assertThat(read(NORDLICHT).usage().flatMap(Usage::period)).contains(new Period(first, last));
    }

    @Test
    void doesNotTellDatesThatCannotBeRead() {
        stage.api.answer(
                Reply.json(
                        200,
                        usage(
                                "\"billingStartDate\":\"1.11.2026\",\"billingEndDate\":\"\",\"lastModifiedDate\":\"yesterday\"")));

        var usage = read(NORDLICHT).usage().orElseThrow();

        assertThat(usage.period()).isEmpty();
        assertThat(usage.asOf()).isEmpty();
    }

    @Test
    void refusesTheUsageOfAnotherCustomer() {
        stage.api.answer(Reply.sample(200, "usage-summary-200-legacy.json"));

        assertThat(stage.partnerCenter.usages().read(NORDLICHT))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble().detail())
                                .isEqualTo("200 the usage of another customer"));
    }

    @Test
    void readsTheRecordsOfAllCustomers() {
        stage.api.answer(Reply.sample(200, "customer-usage-records-200.json"));

        var page = page(Optional.empty());

        assertThat(stage.api.lastRequest().line()).isEqualTo("GET /v1/customers/usagerecords HTTP/1.1");
        assertThat(page.next()).isEmpty();
        assertThat(page.usages()).hasSize(4);
        assertThat(page.usages().getFirst())
                .isEqualTo(new CustomerUsage(
                        NORDLICHT.tenant(),
                        Optional.of(SpendingLimit.of("7500")),
                        Optional.of(new Usage(
                                money("1843.90666666666661291421", "EUR"),
                                Optional.of(new BigDecimal("1997.4000000000000909495")),
                                Plan.AZURE_PLAN,
                                Optional.empty(),
                                Optional.of(Instant.parse("2026-11-19T17:06:41.826666700Z"))))));
        assertThat(page.usages().get(1).limit()).contains(SpendingLimit.notSet());
        assertThat(page.usages().get(1).usage()).map(Usage::plan).contains(Plan.LEGACY);
        assertThat(page.usages().get(1).usage().flatMap(Usage::usd)).isEmpty();
        assertThat(page.usages().get(2).usage()).map(Usage::spend).contains(money("2314.88410000000005293951", "SEK"));
    }

    @Test
    void followsFurtherPagesOfRecords() {
        stage.api.answer(
                Reply.sample(200, "customer-usage-records-page-200.json"),
                Reply.sample(200, "customer-usage-records-empty-200.json"));

        var last = page(page(Optional.empty()).next());

        assertThat(last).isEqualTo(new Page(List.of(), Optional.empty()));
        assertThat(stage.api.lastRequest().line())
                .isEqualTo("GET /v1/customers/usagerecords?seekOperation=Next HTTP/1.1");
        assertThat(stage.api.lastRequest().header("MS-ContinuationToken"))
                .contains("made-up-continuation-token-0001==");
    }

    @Test
    void leavesOutARecordThatCannotBeReadAndKeepsTheOthers() {
        stage.api.answer(Reply.json(
                200,
                "{\"items\":[%s,{\"resourceId\":\"%s\",\"budget\":{\"amount\":-5}},null,{\"name\":\"nobody\"}]}"
                        .formatted(usage("\"isUpgraded\":true"), PELICAN.tenant())));

        assertThat(page(Optional.empty()).usages())
                .extracting(CustomerUsage::tenant)
                .containsExactly(NORDLICHT.tenant());
    }

    @Test
    void doesNotTakeAPageOfNothingButNonsenseForAnEmptyOne() {
        stage.api.answer(Reply.json(200, "{\"items\":[1,2]}"));

        assertThat(stage.partnerCenter.usages().page(WireStage.EMEA, Optional.empty()))
                .isInstanceOf(Reading.Unavailable.class);
    }

    @Test
    void knowsWhetherAnAccountCanReadUsage() {
        try (var alone = new WireStage()) {
            alone.api.answer(Reply.sample(403, "error-403-app-only.json"));
            var usages = alone.partnerCenter.usages();

            assertThat(stage.partnerCenter.usages().canRead(WireStage.EMEA)).isTrue();
            assertThat(usages.canRead(WireStage.EMEA)).isFalse();
            assertThat(usages.page(WireStage.EMEA, Optional.<Continuation>empty()))
                    .isInstanceOfSatisfying(
                            Reading.Refused.class,
                            refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.RIGHT_MISSING));
        }
    }

    private static String usage(String members) {
        return "{\"resourceId\":\"" + NORDLICHT.tenant() + "\",\"totalCost\":1,\"currencyCode\":\"EUR\"," + members
                + "}";
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static CustomerId customer(String tenant) {
        return new CustomerId(WireStage.EMEA, UUID.fromString(tenant));
    }

    private CustomerUsage read(CustomerId customer) {
        return value(stage.partnerCenter.usages().read(customer));
    }

    private Page page(Optional<Continuation> after) {
        return value(stage.partnerCenter.usages().page(WireStage.EMEA, after));
    }

    private static <T> T value(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<T>) reading).value();
    }
}
