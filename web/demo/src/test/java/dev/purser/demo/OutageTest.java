package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.signin.DemoPeople;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is said while something that Purser needs does not answer, and what becomes of it when Purser is stopped. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // The demo is started before the tests, and each leaves one that runs.
class OutageTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Path folder;
    private RunningDemo demo;

    @BeforeAll
    void start() throws IOException {
        folder = Files.createTempDirectory("purser-outage-");
        demo = RunningDemo.start(folder);
    }

    @AfterAll
    void stop() throws IOException {
        demo.close();
        RunningDemo.clear(folder);
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswerAndGoesOnOnceItDoes() throws Exception {
        var people = new People(demo);
        var mara = people.mara();
        var ingrid = people.as(DemoPeople.INGRID);
        var customer = people.customerOfMara();
        var form = Forms.raise(mara, customer);

        signal("STOP", demo);
        try {
            for (var path : new String[] {"/customers", customer.page(), "/history"}) {
                isUnavailable(mara, path);
            }
            isUnavailable(ingrid, "/status");
            var sent = mara.post(customer.page() + "/changes", form);
            assertThat(sent.statusCode()).isEqualTo(503);
            assertThat(sent.body()).contains("look at the customer’s page then before you send it again");
        } finally {
            signal("CONT", demo);
        }

        Await.until("pages come back", SOON, () -> mara.get("/customers").statusCode() == 200);
        assertThat(ingrid.get("/status").statusCode()).isEqualTo(200);
        // The very same form: either it was accepted in spite of all, or it is now, and it is one change.
        var receipt = mara.post(customer.page() + "/changes", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Await.until("it is confirmed", SOON, () -> mara.get(receipt).body().contains("Microsoft confirmed"));
        assertThat(demo.microsoft().applied(customer.id())).isEqualTo(1);
        assertThat(demo.output())
                .containsOnlyOnce("The database does not answer")
                .containsOnlyOnce("The database answers again")
                .doesNotContain("\tat ");
    }

    private static void isUnavailable(Visitor visitor, String path) {
        var answer = Await.value(
                "the outage is noticed",
                SOON,
                () -> Optional.of(visitor.get(path)).filter(page -> page.statusCode() == 503));
        assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
        assertThat(answer.body())
                .as(path)
                .containsAnyOf("Purser’s database does not answer", "This takes longer than it may")
                .contains("Changes that were accepted go on by themselves.");
    }

    /** To the whole database server, which a stopped process does not hear but the system does. */
    private static void signal(String signal, RunningDemo demo) throws IOException, InterruptedException {
        var server = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(demo.home().resolve("postgresql-18").resolve("postmaster.pid"))
                                .getFirst()))
                .orElseThrow();
        var command = Stream.concat(
                        Stream.of("kill", "-" + signal),
                        Stream.concat(Stream.of(server), server.descendants()).map(process -> "" + process.pid()))
                .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void recordsAnAnswerThatComesWhileItStops() throws IOException {
        var people = new People(demo);
        var tomas = people.as(DemoPeople.TOMAS);
        var customer = people.customerOfTomas();
        var microsoft = demo.microsoft();
        microsoft.trouble(customer.id(), "PATCH_BUDGET", 1, "{\"kind\": \"slow\", \"millis\": 8000}");
        var receipt = tomas.post(customer.page() + "/changes", Forms.raise(tomas, customer))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]*", "");
        Await.until("the request is on its way", SOON, () -> microsoft.asked(customer.id(), "PATCH_BUDGET") == 1);

        demo.close();
        demo = RunningDemo.start(folder);

        var page = Visitor.signedIn(demo, DemoPeople.TOMAS).get(receipt).body();
        assertThat(page).contains("Microsoft confirmed ", "the answer itself is the evidence");
        assertThat(demo.microsoft().budget(customer.id()).orElseThrow())
                .isEqualByComparingTo(customer.amount().add(BigDecimal.ONE));
    }
}
