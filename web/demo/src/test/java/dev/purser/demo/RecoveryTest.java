package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What becomes of changes when the whole process dies in their midst. */
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("NullAway.Init") // Each test has a folder of its own.
class RecoveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    /** The lease of a dead node is 90 s; then come a check, a sending, and the quarantine of the demo, a minute. */
    private static final Duration SETTLED = Duration.ofSeconds(200);

    private static final Pattern SENTENCE = Pattern.compile("<p class=\"result__sentence\">(.*?)</p>", Pattern.DOTALL);

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("purser-recovery-");
    }

    @AfterEach
    void clearFolder() throws IOException {
        RunningDemo.clear(folder);
    }

    @Test
    void settlesByItselfWhatAKillLeftOpen() throws IOException {
        Customer onItsWay;
        Customer applied;
        String receiptOfOnItsWay;
        String receiptOfApplied;
        try (var demo = RunningDemo.start(folder)) {
            var people = new People(demo);
            var microsoft = demo.microsoft();
            onItsWay = people.customerOfMara();
            applied = people.customerOfMara();
            microsoft.trouble(onItsWay.id(), "PATCH_BUDGET", 1, "{\"kind\": \"slow\", \"millis\": 25000}");
            microsoft.trouble(applied.id(), "PATCH_BUDGET", 1, "{\"kind\": \"apply-then-drop\"}");

            receiptOfOnItsWay = sent(people.mara(), onItsWay);
            receiptOfApplied = sent(people.mara(), applied);
            var ids = onItsWay.id();
            Await.until("the request is on its way", SOON, () -> microsoft.asked(ids, "PATCH_BUDGET") == 1);
            assertThat(said(people.mara(), receiptOfOnItsWay)).startsWith("Waiting for Microsoft’s answer");
            demo.kill();
        }
        try (var demo = RunningDemo.start(folder)) {
            var mara = Visitor.signedIn(demo, DemoPeople.MARA);
            isTrue(demo, applied, settled(mara, receiptOfApplied));
            isTrue(demo, onItsWay, settled(mara, receiptOfOnItsWay));
            assertThat(demo.microsoft().budget(applied.id()).orElseThrow()).isEqualByComparingTo(raised(applied));

            startsNoSecondOnTheSameFolder(demo);
        }
    }

    private void startsNoSecondOnTheSameFolder(RunningDemo first) throws IOException {
        var signIn = Files.readString(first.home().resolve("sign-in.port"));
        try (var second = RunningDemo.launch(folder)) {
            assertThat(second.awaitEnd()).isEqualTo(3);
            assertThat(second.output().strip())
                    .matches("The folder .* is in use by another Purser \\(process \\d+\\)\\."
                            + " Stop that one first, or give this one a folder of its own\\.");
        }
        assertThat(Files.readString(first.home().resolve("sign-in.port"))).isEqualTo(signIn);
        assertThat(Visitor.operator(first).get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    private static String sent(Visitor visitor, Customer customer) {
        var form = Forms.budget(visitor, customer.page(), raised(customer).toPlainString());
        var answer = visitor.post(customer.page() + "/changes", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
    }

    private static BigDecimal raised(Customer customer) {
        return customer.amount().add(BigDecimal.valueOf(100));
    }

    private static String settled(Visitor visitor, String receipt) {
        return Await.value(
                "the change is settled",
                SETTLED,
                () -> Optional.of(said(visitor, receipt))
                        .filter(sentence -> !sentence.startsWith("Waiting") && !sentence.startsWith("We do not know")));
    }

    private static String said(Visitor visitor, String receipt) {
        var page = visitor.get(receipt);
        var found = SENTENCE.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1).replaceAll("<[^>]*>", "").strip();
    }

    /** The simulator has died too, and remembers what took effect. */
    private static void isTrue(RunningDemo demo, Customer customer, String sentence) throws IOException {
        var budget = demo.microsoft().budget(customer.id()).orElseThrow();
        try (var memory = Files.lines(demo.home().resolve("partner-center.jsonl"))) {
            var timesSet = memory.filter(line -> line.contains(customer.id().toString()))
                    .count();
            if (sentence.startsWith("Microsoft confirmed " + customer.shown(raised(customer)))) {
                assertThat(budget).isEqualByComparingTo(raised(customer));
                assertThat(timesSet).isEqualTo(1);
            } else {
                assertThat(sentence)
                        .startsWith("Not applied: the budget is still " + customer.shown(customer.amount()));
                assertThat(budget).isEqualByComparingTo(customer.amount());
                assertThat(timesSet).isZero();
            }
        }
    }
}
