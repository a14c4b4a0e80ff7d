package dev.purser.chaos.kind;

import static dev.purser.chaos.kind.Kind.of;
import static dev.purser.chaos.kind.Ways.APPLIED;
import static dev.purser.chaos.kind.Ways.DROPPED;
import static dev.purser.chaos.kind.Ways.FAILED;
import static dev.purser.chaos.kind.Ways.HTML;
import static dev.purser.chaos.kind.Ways.JSON;
import static dev.purser.chaos.kind.Ways.NOT_FOUND;
import static dev.purser.chaos.kind.Ways.ROLE;
import static dev.purser.chaos.kind.Ways.UNAUTHORIZED;
import static dev.purser.chaos.kind.Ways.answer;
import static dev.purser.chaos.kind.Ways.slow;
import static dev.purser.chaos.kind.Ways.throttled;

import dev.purser.simulator.Fault;
import dev.purser.simulator.Fault.Compression;
import dev.purser.simulator.Fault.ResetMoment;
import dev.purser.simulator.Fault.RetryAfter;
import dev.purser.simulator.Fault.Shape;
import dev.purser.simulator.Route;
import java.time.Duration;
import java.util.stream.Stream;

/** A reading goes wrong: before the sending, after its answer was lost, of tokens, or of the lists. */
final class ReadingKinds {

    private ReadingKinds() {}

    static Stream<Kind> all() {
        return Stream.of(first(), back(), tokens(), lists()).flatMap(kinds -> kinds);
    }

    private static Kind get(String name, Fault... faults) {
        return of("get-" + name, scene -> scene.get(faults));
    }

    private static Stream<Kind> first() {
        return Stream.of(
                get("lost", DROPPED),
                get("answer-lost-twice", APPLIED, APPLIED),
                get("reset", new Fault.Reset(ResetMoment.IN_THE_ANSWER)),
                get("hangs", new Fault.Hang()),
                get("500", FAILED),
                get("503-page", answer(503, "text/html", HTML)),
                get("429-seconds", throttled()),
                get("429-date", throttled(3, RetryAfter.HTTP_DATE)),
                get("401-once", UNAUTHORIZED),
                get("403", ROLE),
                get("404", NOT_FOUND),
                get("408", answer(408, JSON, "{}")),
                get("204", answer(204, JSON, "")),
                get("truncated", new Fault.Malformed(Shape.TRUNCATED)),
                get("answered-with-page", new Fault.Malformed(Shape.HTML)),
                get("wrong-type", new Fault.Malformed(Shape.WRONG_TYPE)),
                get("empty", new Fault.Malformed(Shape.EMPTY)),
                get("deep", new Fault.Deep(10_000)),
                get("gzip-corrupt", new Fault.Gzip(Compression.CORRUPT)),
                get("drips", new Fault.Drip(20, Duration.ofMillis(300))),
                get("slow", slow(4)));
    }

    /** The answer to the sending is lost, and then these. */
    private static Stream<Kind> back() {
        return Stream.of(
                // Nobody but a person who reads again asks for a budget then, and waits for the page.
                of("read-again-slow", scene -> scene.afterSending(() -> scene.get(slow(12)))),
                back("lost-and-check-500", DROPPED, FAILED, FAILED),
                back("lost-and-check-lost", DROPPED, DROPPED, APPLIED),
                back("answer-lost-and-check-429", APPLIED, throttled(4, RetryAfter.SECONDS)),
                back("answer-lost-and-check-403", APPLIED, ROLE, ROLE),
                back("answer-lost-and-check-404", APPLIED, NOT_FOUND, NOT_FOUND),
                back("answer-lost-and-check-truncated", APPLIED, new Fault.Malformed(Shape.TRUNCATED)));
    }

    private static Kind back(String name, Fault sending, Fault... checks) {
        return of(name, scene -> {
            scene.patch(sending);
            scene.afterSending(() -> scene.get(checks));
        });
    }

    /** These meet whoever needs a token next. */
    private static Stream<Kind> tokens() {
        return Stream.of(
                of("tokens-expire", Scene::expireTokens),
                token("500", FAILED),
                token("lost", DROPPED),
                token("429", throttled()),
                token("page", new Fault.Malformed(Shape.HTML)),
                token("truncated", new Fault.Malformed(Shape.TRUNCATED)),
                token("slow", slow(4)),
                token(
                        "refused",
                        answer(
                                401,
                                JSON,
                                "{\"error\":\"invalid_client\",\"error_description\":\"The secret expired.\"}")));
    }

    private static Kind token(String name, Fault fault) {
        return of("token-" + name, scene -> {
            scene.anybody(Route.TOKEN, fault);
            scene.expireTokens();
        });
    }

    private static Stream<Kind> lists() {
        return Stream.of(
                list("500", Route.CUSTOMERS, FAILED),
                list("truncated", Route.CUSTOMERS, new Fault.Malformed(Shape.TRUNCATED)),
                list("429", Route.CUSTOMERS, throttled()),
                list("of-usage-lost", Route.USAGE_RECORDS, DROPPED),
                list("of-usage-wrong-type", Route.USAGE_RECORDS, new Fault.Malformed(Shape.WRONG_TYPE)));
    }

    private static Kind list(String name, Route route, Fault fault) {
        return of("list-" + name, scene -> {
            scene.anybody(route, fault);
            scene.readLists();
        });
    }
}
