package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.signin.DemoPeople;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who run Purser are told, and what they are not. */
@ExtendWith(OneDemo.class)
class OperationsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CONFIRMED = "purser_entries_total{kind=\"change-confirmed\"}";

    @Test
    void saysWhetherItIsReady(RunningDemo demo) {
        var operator = Visitor.operator(demo);

        for (var address : new String[] {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"}) {
            var answer = operator.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body()).as(address).contains("\"status\": \"UP\"");
        }
    }

    @Test
    void measuresWhatOperatorsWatch(RunningDemo demo, People people) {
        var operator = Visitor.operator(demo);

        assertThat(meter(operator, "purser_account_customers{account=\"nordstern\"}"))
                .isEqualTo(demo.microsoft().customers().size());
        assertThat(meter(operator, "purser_account_data_age_seconds{account=\"nordstern\"}"))
                .isBetween(0.0, Duration.ofHours(1).toSeconds() * 1.0);
        assertThat(meter(operator, "purser_account_reading_stopped{account=\"nordstern\"}"))
                .isZero();
        assertThat(meter(operator, "purser_changes_open{state=\"unknown\"}")).isBetween(0.0, 1_000.0);

        var requests = "purser_microsoft_requests_seconds_count{account=\"nordstern\",answer=\"200\",method=\"PATCH\"}";
        var before = written(operator, requests) ? meter(operator, requests) : 0;
        var confirmed = meter(operator, CONFIRMED);
        var customer = people.customerOfMara();
        people.mara().post(customer.page() + "/changes", Forms.raise(people.mara(), customer));
        Await.until(
                "the request is counted",
                SOON,
                () -> written(operator, requests) && meter(operator, requests) > before);
        Await.until("its outcome is counted", SOON, () -> meter(operator, CONFIRMED) > confirmed);
    }

    @Test
    void namesNobodyInItsMeters(RunningDemo demo) {
        var mara = Visitor.signedIn(demo, DemoPeople.MARA);
        var customer = demo.microsoft().customers().getFirst();
        mara.get(customer.page());
        mara.get("/customers?find=" + customer.id());
        mara.get(customer.page() + "/elsewhere");
        mara.post("/customers/" + customer.id(), Map.of("reason", "x"));
        mara.post(customer.page() + "/changes", Map.of("reason", "x".repeat(70_000)));

        var meters = Visitor.operator(demo).get("/q/metrics").body();

        assertThat(meters).doesNotContain(customer.id().toString()).doesNotContainIgnoringCase("mara");
    }

    private static boolean written(Visitor operator, String meter) {
        return operator.get("/q/metrics").body().lines().anyMatch(line -> line.startsWith(meter + " "));
    }

    private static double meter(Visitor operator, String meter) {
        var found = Pattern.compile("^" + Pattern.quote(meter) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(operator.get("/q/metrics").body());
        assertThat(found.find()).as(meter).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
