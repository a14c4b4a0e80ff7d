package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a question is asked again, and when not. That a budget never is, see {@link BudgetSendingTest}. */
class RepetitionTest {

    private static final Reply BUDGET = Reply.sample(200, "budget-get-200.json");

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void asksAgainAfterWhatPasses(int status) {
        try (var stage = new WireStage()) {
            stage.api.answer(sorry(status), sorry(status), sorry(status), BUDGET);

            assertThat(stage.read()).isInstanceOf(Reading.Read.class);

            assertThat(stage.api.requests()).hasSize(4);
            assertThat(headers(stage, "MS-RequestId")).as("one wish").hasSize(1);
            assertThat(headers(stage, "MS-CorrelationId"))
                    .as("each call can be traced")
                    .hasSize(4);
            assertThat(stage.authority.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void asksFourTimesAndNoMore(int status) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> sorry(status));

            assertThat(stage.read()).isInstanceOfSatisfying(Reading.Unavailable.class, unavailable -> {
                assertThat(unavailable.trouble().kind()).isEqualTo(Trouble.Kind.SERVICE_ERROR);
                assertThat(unavailable.correlation())
                        .as("of the last call")
                        .hasToString(stage.api
                                .lastRequest()
                                .header("MS-CorrelationId")
                                .orElseThrow());
            });
            assertThat(stage.api.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {204, 301, 304, 307, 400, 403, 404, 405, 406, 409, 410, 412, 417, 418, 451, 499, 501, 505, 507, 511})
    void asksOnlyOnceWhereTheAnswerWouldBeTheSame(int status) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.of(status, new byte[0]));

            assertThat(stage.read()).isNotInstanceOf(Reading.Read.class);

            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @Test
    void asksOnlyOnceWhereTheAnswerCannotBeRead() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.json(200, "<html>"));

            assertThat(stage.read()).isInstanceOf(Reading.Unavailable.class);

            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @Test
    void asksAgainOverANewConnectionWhereOneBroke() {
        try (var stage = new WireStage()) {
            stage.api.answer(Reply.close(), Reply.close(), Reply.close(), BUDGET);

            assertThat(stage.read()).isInstanceOf(Reading.Read.class);

            assertThat(stage.api.requests()).extracting(RawRequest::connection).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void asksAgainAfterSilence() {
        try (var stage = new WireStage(WireStage.IMPATIENT)) {
            stage.api.answer(Reply.silence(), BUDGET);

            assertThat(stage.read()).isInstanceOf(Reading.Read.class);
            assertThat(stage.api.requests()).hasSize(2);
        }
    }

    @Test
    void asksAgainWhereNobodyTookTheCall() {
        var nobody = new RawServer();
        nobody.close();
        try (var stage = new WireStage(WireStage.at(nobody.url()))) {
            assertThat(stage.read())
                    .isInstanceOfSatisfying(
                            Reading.Unavailable.class,
                            unavailable ->
                                    assertThat(unavailable.trouble().kind()).isEqualTo(Trouble.Kind.NOT_REACHED));
        }
    }

    @Test
    void waitsAsLongAsMicrosoftAsksAndAsksAgain() {
        try (var stage = new WireStage()) {
            var replies = new ConcurrentLinkedQueue<>(List.of(sorry(429, "Retry-After: 1"), BUDGET));
            var times = new CopyOnWriteArrayList<Long>();
            stage.api.answer(_ -> {
                times.add(System.nanoTime());
                return Objects.requireNonNull(replies.poll());
            });

            assertThat(stage.read()).isInstanceOf(Reading.Read.class);

            assertThat(times).hasSize(2);
            assertThat(Duration.ofNanos(times.getLast() - times.getFirst()))
                    .as("as asked, and not the back-off of a millisecond")
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"429,Retry-After: 6", "429,X-No-Retry-After: 1", "503,Retry-After: 6", "500,Retry-After: 86400"})
    void tellsAtOnceThatItIsToWaitForLong(int status, String header) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> sorry(status, header));

            var reading = stage.read();

            assertThat(reading).isInstanceOf(status == 429 ? Reading.Throttled.class : Reading.Unavailable.class);
            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @Test
    void givesUpWhenItsTimeIsOver() {
        var limits = new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(400),
                Duration.ofSeconds(10),
                Duration.ofMillis(1));
        try (var stage = new WireStage(limits)) {
            stage.api.answer(_ -> Reply.silence());

            assertThat(stage.read()).isInstanceOfSatisfying(Reading.Unavailable.class, unavailable -> {
                assertThat(unavailable.trouble().kind()).isEqualTo(Trouble.Kind.NO_ANSWER);
                assertThat(unavailable.trouble().detail())
                        .as("not the ten seconds of one call")
                        .endsWith(" ms");
            });
            assertThat(stage.api.requests())
                    .as("there was no time for another one")
                    .hasSize(1);
        }
    }

    @Test
    void doesNotWaitLongerThanItsTime() {
        var limits = new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(800),
                Duration.ofSeconds(10),
                Duration.ofMillis(1));
        try (var stage = new WireStage(limits)) {
            stage.api.answer(_ -> sorry(503, "Retry-After: 1"));

            assertThat(stage.read()).isInstanceOf(Reading.Unavailable.class);

            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @Test
    void stopsWaitingWhenThePortalStops() throws InterruptedException {
        var limits = new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3));
        try (var stage = new WireStage(limits)) {
            stage.api.answer(_ -> sorry(503));
            var readings = new CopyOnWriteArrayList<Reading<SpendingLimit>>();
            var thread = Thread.ofVirtual().start(() -> readings.add(stage.read()));
            Conditions.waitUntil(() -> thread.getState() == Thread.State.TIMED_WAITING
                    && stage.api.requests().size() == 1);

            thread.interrupt();
            thread.join();

            assertThat(readings).singleElement().isInstanceOf(Reading.Unavailable.class);
            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @Test
    void renewsTheTokenOnceAndAsksAnewWithIt() {
        try (var stage = new WireStage()) {
            stage.api.answer(sorry(401), BUDGET);

            assertThat(stage.read()).isInstanceOf(Reading.Read.class);

            assertThat(headers(stage, "Authorization")).containsExactly("Bearer token-1", "Bearer token-2");
            assertThat(headers(stage, "MS-RequestId"))
                    .as("the first one was answered")
                    .hasSize(2);
        }
    }

    @Test
    void neverRenewsTheTokenTwice() {
        try (var stage = new WireStage()) {
            stage.api.answer(sorry(401), sorry(503), sorry(401), BUDGET);

            assertThat(stage.read())
                    .isInstanceOfSatisfying(
                            Reading.Refused.class,
                            refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.CREDENTIALS));
            assertThat(stage.api.requests()).hasSize(3);
            assertThat(stage.authority.requests()).hasSize(2);
        }
    }

    @Test
    void repeatsAnyQuestionOfAnyPort() {
        try (var stage = new WireStage(WireStage.withUser("refresh-token"))) {
            stage.api.answer(sorry(503), Reply.sample(200, "customers-page-200.json"));

            assertThat(stage.partnerCenter.relationships().page(WireStage.EMEA, Optional.empty()))
                    .isInstanceOf(Reading.Read.class);
            assertThat(stage.api.requests())
                    .extracting(RawRequest::line)
                    .hasSize(2)
                    .containsOnly("GET /v1/customers?size=500 HTTP/1.1");
        }
    }

    private static List<String> headers(WireStage stage, String name) {
        return stage.api.requests().stream()
                .flatMap(request -> request.header(name).stream())
                .distinct()
                .toList();
    }

    private static Reply sorry(int status, String... headers) {
        return Reply.of(status, new byte[0], headers);
    }
}
