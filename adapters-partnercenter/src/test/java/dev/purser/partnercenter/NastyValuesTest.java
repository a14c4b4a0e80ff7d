package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.purser.partnercenter.HttpOutcome.Answered;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each member of each sample is replaced by each of these values. Whatever then stands there, the answer is read or said to be
 * unreadable; nothing else may happen, and no text may come out of it that is much longer than what went in.
 */
class NastyValuesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MARK = "@@@";

    private static final List<String> NASTY = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "\"-\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\r\\nX-Injected: 1\"",
            "\"9999-99-99T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "\"und\"",
            "\"" + "x".repeat(3_000) + "\"",
            "[]",
            "[null]",
            "[[[[]]]]",
            "{}",
            "{\"\":{}}",
            "0",
            "-0",
            "-1",
            "0e999999999",
            "0e-999999999",
            "1e60",
            "1e61",
            "1e-60",
            "1e-61",
            "1e400",
            "1e2147483647",
            "1e-2147483647",
            "1e2147483648",
            "1e-2147483648",
            "1e99999999999999999999",
            "9".repeat(999),
            "9".repeat(1001),
            "0." + "1".repeat(900),
            "12345678901234567890123.45");

    private interface Reading {
        Object of(Buffer body) throws UnreadableAnswer;
    }

    private record Sample(String name, Reading reading) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Sample> SAMPLES = Stream.of(
                    samples(
                            body -> Json.read(body, SpendingBudgetJson.class).limit(),
                            "budget-get-200.json",
                            "budget-get-200-unset.json",
                            "budget-get-200-with-links.json"),
                    samples(
                            body -> Json.read(body, UsageJson.class).usage(),
                            "usage-summary-200.json",
                            "usage-summary-200-legacy.json",
                            "usage-summary-200-no-budget.json"),
                    samples(body -> Json.read(body, CustomerJson.class).relationship(), "customer-200.json"),
                    samples(
                            body -> Json.read(body, AuditRecordJson.class).activity(body.toString()),
                            "audit-record-budget-change-200.json"),
                    samples(NastyValuesTest::page, "customers-page-200.json"),
                    samples(
                            NastyValuesTest::fault,
                            "error-400-invalid-input.json",
                            "error-429.json",
                            "token-error-invalid-grant-400.json"))
            .flatMap(List::stream)
            .toList();

    private static List<Sample> samples(Reading reading, String... names) {
        return Stream.of(names).map(name -> new Sample(name, reading)).toList();
    }

    private static Object page(Buffer body) throws UnreadableAnswer {
        var page = Json.read(body, PageJson.class);
        var link = page.nextLink();
        return List.of(
                page.listed().size(),
                link.isPresent() ? new ApiAddress(URI.create("https://api.example")).linked(link.get()) : "",
                page.nextToken());
    }

    private static Object fault(Buffer body) {
        return Fault.of(new Answered(400, "Bad Request", MultiMap.caseInsensitiveMultiMap(), body));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void isReadOrUnreadableAndNothingElse(Sample sample) throws IOException {
        for (var marked : marked(sample.name())) {
            for (var nasty : NASTY) {
                var body = marked.replace("\"" + MARK + "\"", nasty);
                try {
                    var read = sample.reading().of(Buffer.buffer(body)).toString();
                    if (read.length() > 2 * body.length() + 2_000) {
                        throw new AssertionError("Out of " + body + " came " + read);
                    }
                } catch (UnreadableAnswer unreadable) {
                    if (unreadable.words().length() > 200) {
                        throw new AssertionError("Said of " + body + ": " + unreadable.words(), unreadable);
                    }
                }
            }
        }
    }

    /** The sample as often as it has members and items, each time with another one marked. */
    private static List<String> marked(String sample) throws IOException {
        var root = MAPPER.readTree(Samples.bytes(sample));
        var texts = new ArrayList<String>();
        mark(root, root, texts);
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static void mark(JsonNode root, JsonNode node, List<String> texts) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.properties()).stream()
                    .map(member -> member.getKey())
                    .toList()) {
                mark(root, object.get(name), value -> object.set(name, value), texts);
            }
        } else if (node instanceof ArrayNode array) {
            for (var index = 0; index < array.size(); index++) {
                var place = index;
                mark(root, array.get(index), value -> array.set(place, value), texts);
            }
        }
    }

    private static void mark(JsonNode root, JsonNode value, Consumer<JsonNode> place, List<String> texts) {
        place.accept(MAPPER.getNodeFactory().textNode(MARK));
        texts.add(root.toString());
        place.accept(value);
        mark(root, value, texts);
    }
}
