package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Activities.Activity;
import dev.purser.domain.partnercenter.Activities.Page;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivitiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** As in {@code audit-record-budget-change-200.json}. */
    private static final Activity BUDGET_CHANGE = new Activity(
            "5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17_c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2_c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2_updatecustomerspendingbudget_639307681373059214",
            Activities.BUDGET_CHANGED,
            "succeeded",
            Instant.parse("2026-11-20T10:42:17.305921400Z"),
            Optional.of(WireStage.NORDLICHT.tenant()),
            Optional.of("mara.lindqvist@nordstern-csp.example"),
            Optional.of("Partner Center Native App"),
            Optional.of(UUID.fromString("f0d52c81-9b37-4e6a-84c2-1a7e63b095df")),
            Optional.of(SpendingLimit.of("7500")),
            Optional.of(SpendingLimit.of("8250.5")),
            "");

    private final WireStage stage = new WireStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void readsTheRecordsOfADayWithKindsNobodyKnowsYet() {
        stage.api.answer(Reply.sample(200, "audit-records-200.json"));

        var page = page(DAY, DAY);

        assertThat(stage.api.lastRequest().line())
                .isEqualTo("GET /v1/auditrecords?startDate=2026-11-20&endDate=2026-11-20 HTTP/1.1");
        assertThat(page.unreadable()).isZero();
        assertThat(page.next()).isEmpty();
        assertThat(page.activities())
                .extracting(Activity::operation)
                .containsExactly(
                        "update_customer_spending_budget",
                        "update_customer_user_licenses",
                        "some_future_operation",
                        "add_customer");
        assertThat(page.activities())
                .extracting(Activity::status)
                .containsExactly("succeeded", "succeeded", "progress", "failed");
        assertThat(page.activities().getLast().customer()).isEmpty();
        assertThat(page.activities().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("text")
                .isEqualTo(BUDGET_CHANGE);
        assertThat(page.activities().getFirst().text())
                .contains("\"customizedData\"")
                .contains("8250.50");
        assertThat(page.activities().get(1).correlation()).isEmpty();
        assertThat(page.activities().get(1).before()).isEmpty();
        assertThat(page.activities().get(2).person()).isEmpty();
        assertThat(page.activities().get(2).application()).contains("a4c81f27-0b9e-4f65-8d13-62e7c5b0934d");
    }

    @Test
    void followsTheLinkWithItsToken() {
        stage.api.answer(Reply.sample(200, "audit-records-page-200.json"), Reply.sample(200, "audit-records-200.json"));

        var first = page(DAY, DAY);
        assertThat(first.activities())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text")
                .containsExactly(BUDGET_CHANGE);

        assertThat(value(stage.partnerCenter.activities().page(WireStage.EMEA, DAY, DAY, first.next()))
                        .activities())
                .hasSize(4);
        assertThat(stage.api.lastRequest().line())
                .isEqualTo(
                        "GET /v1/auditrecords?startDate=2026-11-20&endDate=2026-11-20&size=1&seekOperation=Next HTTP/1.1");
        assertThat(stage.api.lastRequest().header("MS-ContinuationToken"))
                .contains("made-up-continuation-token-0001==");
    }

    @Test
    void readsARecordThatStandsAlone() {
        stage.api.answer(Reply.json(200, items(Samples.text("audit-record-budget-change-200.json"))));

        assertThat(page(DAY, DAY).activities())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text")
                .containsExactly(BUDGET_CHANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20,2026-11-20",
        "2026-10-22,2026-11-20",
        "2026-02-20,2026-03-21",
    })
    void asksForUpToThirtyWholeDays(LocalDate from, LocalDate through) {
        stage.api.answer(Reply.json(200, "{\"items\":[]}"));

        assertThat(page(from, through)).isEqualTo(new Page(List.of(), Optional.empty(), 0));
        assertThat(stage.api.lastRequest().line()).contains("?startDate=" + from + "&endDate=" + through + " ");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-21,2026-11-20", "2026-11-21,2026-11-20"})
    void refusesAWindowThatMicrosoftDoesNotAnswer(LocalDate from, LocalDate through) {
        assertThatThrownBy(() -> stage.partnerCenter.activities().page(WireStage.EMEA, from, through, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("are not 1 to 30 days");
        assertThat(stage.api.connections() + stage.authority.connections()).isZero();
    }

    @Test
    void writesDatesInTheSameWayInEveryLanguage() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            stage.api.answer(Reply.json(200, "{\"items\":[]}"));

            page(DAY, DAY);

            assertThat(stage.api.lastRequest().line()).contains("startDate=2026-11-20&endDate=2026-11-20");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void leavesItToMicrosoftToRefuseDaysTooLongAgo() {
        stage.api.answer(Reply.sample(400, "error-400-model-state.json"));

        assertThat(stage.partnerCenter
                        .activities()
                        .page(WireStage.EMEA, DAY.minusDays(200), DAY.minusDays(200), Optional.empty()))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.refusal().words()).isEqualTo("The request is invalid."));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:42:17Z,2026-11-20T10:42:17Z",
        "2026-11-20T10:42:17.3Z,2026-11-20T10:42:17.300Z",
        "2026-11-20T10:42:17.3059214Z,2026-11-20T10:42:17.305921400Z",
        "2026-11-20T10:42:17.3059214+00:00,2026-11-20T10:42:17.305921400Z",
        "2026-11-20T02:42:17.30-08:00,2026-11-20T10:42:17.300Z",
        "2026-11-20T16:27:17+0545,2026-11-20T10:42:17Z",
        "2026-11-20T11:42:17+01,2026-11-20T10:42:17Z",
        "2026-11-20T10:42:17.305,2026-11-20T10:42:17.305Z",
        "2026-11-20 10:42:17Z,2026-11-20T10:42:17Z",
        "2026-11-20T10:42Z,2026-11-20T10:42:00Z",
    })
    void readsEveryFormOfAMoment(String written, Instant moment) {
        stage.api.answer(Reply.json(200, items(record("\"operationDate\":\"" + written + "\""))));

        assertThat(page(DAY, DAY).activities()).extracting(Activity::at).containsExactly(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"record\"",
                "[]",
                "{}",
                "{\"operationType\":\"a\"}",
                "{\"operationType\":\"a\",\"operationDate\":\"20.11.2026 10:42\"}",
                "{\"operationType\":\"a\",\"operationDate\":{}}",
                "{\"operationType\":\"a\",\"operationDate\":\"0001-01-01T00:00:00\"}",
                "{\"operationType\":\"a\",\"operationDate\":\"+100000-01-01T00:00:00Z\"}",
                "{\"operationType\":\" \",\"operationDate\":\"2026-11-20T10:42:17Z\"}",
                "{\"operationType\":[\"a\"],\"operationDate\":\"2026-11-20T10:42:17Z\"}",
            })
    void countsARecordThatCannotBeReadAndKeepsTheOthers(String bad) {
        stage.api.answer(Reply.json(200, items(Samples.text("audit-record-budget-change-200.json"), bad)));

        var page = page(DAY, DAY);

        assertThat(page.activities())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("text")
                .containsExactly(BUDGET_CHANGE);
        assertThat(page.unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit-record-missing-200.json|200 a JSON null in the place of an object",
                "budget-get-200.json|200 a page without items",
            })
    void takesNothingElseForAPage(String sample, String detail) {
        stage.api.answer(Reply.sample(200, sample));

        assertThat(stage.partnerCenter.activities().page(WireStage.EMEA, DAY, DAY, Optional.empty()))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble())
                                .isEqualTo(new Trouble(Trouble.Kind.UNREADABLE, detail)));
    }

    @Test
    void readsWhatIsLeftOfARecordInAnyCase() {
        stage.api.answer(Reply.json(200, """
                {"Items":[{"OperationType":"Update_Customer_Spending_Budget",
                           "OperationDate":"2026-11-20T10:42:17Z",
                           "CustomerId":"C2A7D9E4-31F8-4B6C-8F05-7A91B3D4E6F2",
                           "OriginalCorrelationId":"F0D52C81-9B37-4E6A-84C2-1A7E63B095DF",
                           "UserPrincipalName":"",
                           "ApplicationId":null,
                           "ResourceOldValue":null,
                           "ResourceNewValue":{"Amount":8250.50},
                           "CustomizedData":"none"}]}
                """));

        var activity = page(DAY, DAY).activities().getFirst();

        assertThat(activity.operation()).isEqualToIgnoringCase(Activities.BUDGET_CHANGED);
        assertThat(activity.customer()).contains(WireStage.NORDLICHT.tenant());
        assertThat(activity.correlation()).contains(UUID.fromString("f0d52c81-9b37-4e6a-84c2-1a7e63b095df"));
        assertThat(activity.status()).isEmpty();
        assertThat(activity.person()).isEmpty();
        assertThat(activity.application()).isEmpty();
        assertThat(activity.before()).isEmpty();
        assertThat(activity.after()).contains(SpendingLimit.of("8250.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"resourceNewValue\":\"5000\"",
                "\"resourceNewValue\":\"{\\\"Amount\\\":-1}\"",
                "\"resourceNewValue\":\"{\\\"Amount\\\":\\\"much\\\"}\"",
                "\"resourceNewValue\":\"{\\\"Amount\\\":1,\\\"Attributes\\\":{\\\"ObjectType\\\":\\\"Order\\\"}}\"",
                "\"resourceNewValue\":\"not told\"",
            })
    void tellsNoBudgetWhereTheRecordHoldsNone(String value) {
        var record = record(value).replace("update_customer", Activities.BUDGET_CHANGED);
        stage.api.answer(Reply.json(200, items(record)));

        assertThat(page(DAY, DAY).activities())
                .singleElement()
                .satisfies(activity -> assertThat(activity.after()).isEmpty());
    }

    @Test
    void namesNoCustomerWhereTheIdIsNone() {
        stage.api.answer(Reply.json(200, items(record("\"customerId\":\"all\""), record("\"customerId\":\"\""))));

        assertThat(page(DAY, DAY).activities()).extracting(Activity::customer).containsOnly(Optional.empty());
    }

    @Test
    void knowsARecordWithoutAnIdAgain() {
        var written =
                record("\"customerId\":\"c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2\",\"operationStatus\":\"progress\"");
        var otherwise = """
                {"OperationStatus":"succeeded", "CustomerId":"C2A7D9E4-31F8-4B6C-8F05-7A91B3D4E6F2", "News":1,
                 "OperationType":"Update_Customer", "OperationDate":"2026-11-20T11:42:17.000+01:00", "Id":""}
                """;
        stage.api.answer(Reply.json(200, items(written, otherwise)));

        var ids = page(DAY, DAY).activities().stream().map(Activity::id).toList();

        assertThat(ids.getFirst()).startsWith("sha256:").hasSize("sha256:".length() + 64);
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"operationDate\":\"2026-11-20T10:42:17.0000001Z\"",
                "\"operationType\":\"update_customers\"",
                "\"customerId\":\"c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2\"",
                "\"userPrincipalName\":\"mara\"",
                "\"applicationId\":\"mara\"",
                "\"resourceType\":\"mara\"",
                "\"originalCorrelationId\":\"f0d52c81-9b37-4e6a-84c2-1a7e63b095df\"",
                "\"resourceNewValue\":\"mara\"",
                "\"resourceOldValue\":\"mara\"",
                "\"resourceNewValue\":\"\"",
            })
    void tellsRecordsWithoutAnIdApart(String difference) {
        stage.api.answer(Reply.json(
                200,
                items(
                        record("\"customizedData\":[]"),
                        record("\"resourceOldValue\":\"Mara\""),
                        record("\"resourceNewValue\":\"Mara\""),
                        record(difference))));

        assertThat(page(DAY, DAY).activities()).extracting(Activity::id).doesNotHaveDuplicates();
    }

    /** A record with these members; those of the same name in it are left out. */
    private static String record(String member) {
        var name = member.substring(0, member.indexOf(':'));
        var what = name.equals("\"operationType\"") ? "" : "\"operationType\":\"update_customer\",";
        var when = name.equals("\"operationDate\"") ? "" : "\"operationDate\":\"2026-11-20T10:42:17Z\",";
        return "{" + what + when + member + "}";
    }

    private static String items(String... records) {
        return "{\"totalCount\":" + records.length + ",\"items\":[" + String.join(",", records) + "]}";
    }

    private Page page(LocalDate from, LocalDate through) {
        return value(stage.partnerCenter.activities().page(WireStage.EMEA, from, through, Optional.empty()));
    }

    private static Page value(Reading<Page> reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<Page>) reading).value();
    }
}
