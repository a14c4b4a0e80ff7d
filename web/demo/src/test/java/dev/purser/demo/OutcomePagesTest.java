package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.SimulatedMicrosoft.Customer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The receipts of changes that end, or wait, in each of the ways that Microsoft's answers lead to. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class OutcomePagesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ALWAYS = 1_000;

    private SimulatedMicrosoft microsoft;
    private Visitor mara;
    private Customer customer;

    @BeforeEach
    void takeACustomer(RunningDemo demo, People people) {
        microsoft = demo.microsoft();
        mara = people.mara();
        customer = people.customerOfMara();
    }

    /** What Microsoft does on one route, and what the receipt says then. */
    private record Case(String name, String route, String fault, String sentence, String... meaning) {

        /** Microsoft answers with words of its own. */
        static Case refused(String name, String route, int status, String code, String words, String... meaning) {
            var body = "{\\\"code\\\": \\\"%s\\\", \\\"description\\\": \\\"%s\\\"}".formatted(code, words);
            return new Case(
                    name,
                    route,
                    "{\"kind\": \"answer-with\", \"status\": %d, \"contentType\": \"application/json\", \"body\": \"%s\"}"
                            .formatted(status, body),
                    "Microsoft refused .* at \\d\\d:\\d\\d:\\d\\d\\.",
                    meaning);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.refused(
                        "a right is missing",
                        "PATCH_BUDGET",
                        403,
                        "900150",
                        "The role lacks rights.",
                        "The budget is still ",
                        "“The role lacks rights.” (403, code 900150)",
                        "the role Admin agent"),
                Case.refused(
                        "the relationship ended",
                        "GET_BUDGET",
                        404,
                        "20002",
                        "Customer not found",
                        "Nothing was sent: Microsoft refused already to show the budget.",
                        "“Customer not found” (404, code 20002)",
                        "no relationship with this customer any more"),
                Case.refused(
                        "no usage",
                        "PATCH_BUDGET",
                        400,
                        "3000",
                        "No usage",
                        "“No usage” (400, code 3000)",
                        "Ask again once the customer uses Azure."),
                Case.refused(
                        "words that look like a page",
                        "PATCH_BUDGET",
                        400,
                        "600001",
                        "<b>Bad</b>",
                        "“&lt;b&gt;Bad&lt;/b&gt;” (400, code 600001)",
                        "The same again would be refused again."),
                new Case(
                        "throttled",
                        "PATCH_BUDGET",
                        "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 600}",
                        "Waiting: Microsoft asks us to wait until .*\\d\\d:\\d\\d:\\d\\d.*",
                        "nothing was applied, and nothing is lost",
                        "It is sent by itself at "),
                new Case(
                        "unavailable",
                        "GET_BUDGET",
                        "{\"kind\": \"drop-before-applying\"}",
                        "Waiting: Microsoft cannot be reached or read\\.",
                        "Nothing was sent yet, and nothing is lost."),
                new Case(
                        "an error of Microsoft's own",
                        "PATCH_BUDGET",
                        "{\"kind\": \"answer-with\", \"status\": 502, \"contentType\": \"text/html\", \"body\": \"<html>\"}",
                        "We do not know yet whether Microsoft applied .*",
                        "It is settled by reading: from "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsHowItEndedOrWhatItWaitsFor(Case one) {
        microsoft.trouble(customer.id(), one.route(), ALWAYS, one.fault());

        var receipt = asked();

        var page = settled(receipt, one.sentence());
        // Names and foreign words stand apart, for they may be written from right to left.
        assertThat(page.replaceAll("</?bdi[^>]*>", "")).contains(one.meaning()).contains("Warns only.");
    }

    @Test
    void listsACodeThatLooksLikeAPage() {
        var body = "{\\\"code\\\": \\\"<i>6\\\", \\\"description\\\": \\\"No\\\"}";
        microsoft.trouble(
                customer.id(),
                "PATCH_BUDGET",
                ALWAYS,
                "{\"kind\": \"answer-with\", \"status\": 400, \"contentType\": \"application/json\", \"body\": \""
                        + body + "\"}");

        settled(asked(), "Microsoft refused .*");

        assertThat(mara.get("/history?customer=nordstern/" + customer.id()).body())
                .contains("<span class=\"status__more\"><bdi>&lt;i&gt;6</bdi></span>");
    }

    @Test
    void saysAtFirstSightThatItWaitsForAQuarantine() {
        microsoft.trouble(customer.id(), "PATCH_BUDGET", 1, "{\"kind\": \"apply-then-drop\"}");
        settled(asked(), "Microsoft confirmed .*");

        var page = mara.get(asked()).body();

        assertThat(sentence(page)).matches("Waiting until .*: an earlier request to this customer may still land\\.");
        assertThat(page).contains("Nothing was sent yet, and nothing is lost.");
        assertThat(mara.get(customer.page()).body())
                .containsPattern("Waiting until .*, because an earlier request to this customer may still land\\.");
        assertThat(microsoft.applied(customer.id())).isEqualTo(1);
    }

    @Test
    void saysOfASmallRiseThatItIsOne(People people) {
        customer = people.customerOfMara(BigDecimal.valueOf(4_000));
        var receipt = asked();

        assertThat(settled(receipt, "Microsoft confirmed .*"))
                .contains("+&lt;0.1%")
                .doesNotContain("+0.0%");
        assertThat(mara.get("/history?customer=nordstern/" + customer.id()).body())
                .contains("+&lt;0.1%")
                .doesNotContain("+0.0%");
    }

    private String asked() {
        return mara.post(customer.page() + "/changes", Forms.raise(mara, customer))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String settled(String receipt, String sentence) {
        Await.until(sentence, SOON, () -> sentence(mara.get(receipt).body()).matches(sentence));
        return mara.get(receipt).body();
    }

    private static String sentence(String page) {
        var found = Pattern.compile("<p class=\"result__sentence\">(.*?)</p>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1).replaceAll("<[^>]*>", "");
    }
}
