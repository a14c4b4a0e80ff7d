package dev.purser.chaos.kind;

import static dev.purser.chaos.kind.Kind.beyond;
import static dev.purser.chaos.kind.Kind.of;
import static dev.purser.chaos.kind.Kind.striking;

import dev.purser.chaos.kind.Strike.Blow;
import dev.purser.chaos.kind.Strike.Moment;
import dev.purser.simulator.Fault;
import dev.purser.simulator.Fault.RetryAfter;
import dev.purser.simulator.Fault.Shape;
import dev.purser.simulator.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All kinds of fault. */
public final class Kinds {

    private static final String JSON = "application/json";
    private static final String HTML = "<html><head><title>Bad Gateway</title></head><body>bad</body></html>";

    private static final Fault APPLIED = new Fault.ApplyThenDrop();
    private static final Fault DROPPED = new Fault.DropBeforeApplying();
    private static final Fault FAILED_AFTER = new Fault.ServerErrorAfterApplying();
    private static final Fault FAILED = Fault.refusal(500, "800003", "The service failed unexpectedly.");
    private static final Fault ROLE = Fault.refusal(403, "900150", "The role lacks rights for this operation.");
    private static final Fault BAD_INPUT = Fault.refusal(400, "800002", "The input is invalid.");
    private static final Fault UNAUTHORIZED = Fault.refusal(401, "800001", "The token is not accepted.");
    private static final Fault NOT_FOUND = Fault.refusal(404, "600009", "There is no such customer.");

    private Kinds() {}

    public static List<Kind> all() {
        var all = new ArrayList<Kind>();
        all.add(of("none", _ -> {}));
        all.addAll(sending());
        all.addAll(sendingTwice());
        all.addAll(readingFirst());
        all.addAll(readingBack());
        all.addAll(others());
        all.addAll(tokensAndLists());
        all.addAll(processes());
        all.addAll(beyondTheSettings());
        return List.copyOf(all);
    }

    /** The one request to set the budget goes wrong. */
    private static List<Kind> sending() {
        return List.of(
                of("patch-applied-answer-lost", scene -> scene.patch(APPLIED)),
                of("patch-lost", scene -> scene.patch(DROPPED)),
                of("patch-500-after-applying", scene -> scene.patch(FAILED_AFTER)),
                of("patch-500", scene -> scene.patch(FAILED)),
                of("patch-500-empty", scene -> scene.patch(answer(500, "text/plain", ""))),
                of("patch-502-page", scene -> scene.patch(answer(502, "text/html", HTML))),
                of("patch-503", scene -> scene.patch(answer(503, "text/plain", "busy"))),
                of("patch-504", scene -> scene.patch(answer(504, "text/plain", ""))),
                of("patch-408", scene -> scene.patch(answer(408, JSON, "{}"))),
                of("patch-409", scene -> scene.patch(Fault.refusal(409, "800060", "A conflict."))),
                of("patch-412", scene -> scene.patch(answer(412, JSON, "{}"))),
                of("patch-429-seconds", scene -> scene.patch(throttled(2, RetryAfter.SECONDS))),
                of("patch-429-date", scene -> scene.patch(throttled(3, RetryAfter.HTTP_DATE))),
                of("patch-429-untold", scene -> scene.patch(throttled(0, RetryAfter.ABSENT))),
                of("patch-429-three-times", scene -> {
                    var again = throttled(1, RetryAfter.SECONDS);
                    scene.patch(again, again, again);
                }),
                of("patch-400", scene -> scene.patch(BAD_INPUT)),
                of("patch-400-other-shape", scene -> scene.patch(answer(400, JSON, "{\"message\":\"no\"}"))),
                of("patch-403-role", scene -> scene.patch(ROLE)),
                of("patch-403-text", scene -> scene.patch(answer(403, "text/plain", "Forbidden"))),
                of("patch-404", scene -> scene.patch(NOT_FOUND)),
                of("patch-401-once", scene -> scene.patch(UNAUTHORIZED)),
                of("patch-401-twice", scene -> scene.patch(UNAUTHORIZED, UNAUTHORIZED)),
                of("patch-401-empty", scene -> scene.patch(answer(401, "text/plain", ""))),
                of("patch-204", scene -> scene.patch(answer(204, JSON, ""))),
                of("patch-302", scene -> scene.patch(answer(302, "text/plain", ""))),
                of("patch-shows-another-amount", scene -> scene.patch(answer(200, JSON, "{\"amount\": 1.5}"))),
                of("patch-truncated", scene -> scene.patch(new Fault.Malformed(Shape.TRUNCATED))),
                of("patch-answered-with-page", scene -> scene.patch(new Fault.Malformed(Shape.HTML))),
                of("patch-wrong-type", scene -> scene.patch(new Fault.Malformed(Shape.WRONG_TYPE))),
                of("patch-answer-empty", scene -> scene.patch(new Fault.Malformed(Shape.EMPTY))),
                of("patch-slow", scene -> scene.patch(new Fault.Slow(Duration.ofSeconds(5)))),
                of("patch-lands-when-nobody-waits", scene -> scene.patch(late(scene))));
    }

    /** The resend meets trouble too. */
    private static List<Kind> sendingTwice() {
        return List.of(
                of("answer-lost-twice", scene -> scene.patch(APPLIED, APPLIED)),
                of("lost-twice", scene -> scene.patch(DROPPED, DROPPED)),
                of("lost-then-answer-lost", scene -> scene.patch(DROPPED, APPLIED)),
                of("lost-then-400", scene -> scene.patch(DROPPED, BAD_INPUT)),
                of("lost-then-403", scene -> scene.patch(DROPPED, ROLE)),
                of("lost-then-401", scene -> scene.patch(DROPPED, UNAUTHORIZED)),
                of("lost-then-429", scene -> scene.patch(DROPPED, throttled(2, RetryAfter.SECONDS))),
                of("lost-then-500", scene -> scene.patch(DROPPED, FAILED)),
                of("500-then-500-after", scene -> scene.patch(FAILED, FAILED_AFTER)),
                of("late-then-400", scene -> scene.patch(late(scene), BAD_INPUT)),
                of("late-then-lost", scene -> scene.patch(late(scene), DROPPED)),
                of("401-then-lost", scene -> scene.patch(UNAUTHORIZED, DROPPED)),
                of("429-then-answer-lost", scene -> scene.patch(throttled(1, RetryAfter.SECONDS), APPLIED)));
    }

    /** The reading before the sending goes wrong. */
    private static List<Kind> readingFirst() {
        return List.of(
                of("get-lost", scene -> scene.get(DROPPED)),
                of("get-answer-lost-twice", scene -> scene.get(APPLIED, APPLIED)),
                of("get-500", scene -> scene.get(FAILED)),
                of("get-503-page", scene -> scene.get(answer(503, "text/html", HTML))),
                of("get-429-seconds", scene -> scene.get(throttled(2, RetryAfter.SECONDS))),
                of("get-429-date", scene -> scene.get(throttled(3, RetryAfter.HTTP_DATE))),
                of("get-401-once", scene -> scene.get(UNAUTHORIZED)),
                of("get-403", scene -> scene.get(ROLE)),
                of("get-404", scene -> scene.get(NOT_FOUND)),
                of("get-408", scene -> scene.get(answer(408, JSON, "{}"))),
                of("get-204", scene -> scene.get(answer(204, JSON, ""))),
                of("get-truncated", scene -> scene.get(new Fault.Malformed(Shape.TRUNCATED))),
                of("get-answered-with-page", scene -> scene.get(new Fault.Malformed(Shape.HTML))),
                of("get-wrong-type", scene -> scene.get(new Fault.Malformed(Shape.WRONG_TYPE))),
                of("get-empty", scene -> scene.get(new Fault.Malformed(Shape.EMPTY))),
                of("get-slow", scene -> scene.get(new Fault.Slow(Duration.ofSeconds(4)))));
    }

    /** The answer to the sending is lost, and the readings that are to settle it go wrong. */
    private static List<Kind> readingBack() {
        return List.of(
                of("lost-and-check-500", scene -> {
                    scene.patch(DROPPED);
                    scene.afterSending(() -> scene.get(FAILED, FAILED));
                }),
                of("answer-lost-and-check-429", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(() -> scene.get(throttled(4, RetryAfter.SECONDS)));
                }),
                of("answer-lost-and-check-403", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(() -> scene.get(ROLE, ROLE));
                }),
                of("answer-lost-and-check-truncated", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(() -> scene.get(new Fault.Malformed(Shape.TRUNCATED)));
                }),
                of("lost-and-check-lost", scene -> {
                    scene.patch(DROPPED);
                    scene.afterSending(() -> scene.get(DROPPED, APPLIED));
                }));
    }

    /** Somebody else works on the same customer. */
    private static List<Kind> others() {
        return List.of(
                of("outside-edit-before", scene -> scene.beforeSending(scene::editOutside)),
                of("outside-removal-before", scene -> scene.beforeSending(scene::removeOutside)),
                of("outside-edit-after", scene -> scene.afterSending(scene::editOutside)),
                of("outside-edit-while-unknown", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(scene::editOutside);
                }),
                of("outside-edit-while-lost", scene -> {
                    scene.patch(DROPPED);
                    scene.afterSending(scene::editOutside);
                }),
                of("relationship-ends-before", scene -> scene.beforeSending(scene::endRelationship)),
                of("relationship-ends-while-unknown", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(scene::endRelationship);
                }),
                of("relationship-ends-while-lost", scene -> {
                    scene.patch(DROPPED);
                    scene.afterSending(scene::endRelationship);
                }));
    }

    /** These meet whoever comes next. */
    private static List<Kind> tokensAndLists() {
        return List.of(
                of("tokens-expire", Scene::expireTokens),
                of("token-500", scene -> token(scene, FAILED)),
                of("token-lost", scene -> token(scene, DROPPED)),
                of("token-429", scene -> token(scene, throttled(2, RetryAfter.SECONDS))),
                of("token-page", scene -> token(scene, new Fault.Malformed(Shape.HTML))),
                of("token-truncated", scene -> token(scene, new Fault.Malformed(Shape.TRUNCATED))),
                of("token-slow", scene -> token(scene, new Fault.Slow(Duration.ofSeconds(4)))),
                of(
                        "token-refused",
                        scene -> token(
                                scene,
                                answer(
                                        401,
                                        JSON,
                                        "{\"error\":\"invalid_client\",\"error_description\":\"The secret expired.\"}"))),
                of("list-500", scene -> list(scene, Route.CUSTOMERS, FAILED)),
                of("list-truncated", scene -> list(scene, Route.CUSTOMERS, new Fault.Malformed(Shape.TRUNCATED))),
                of("list-429", scene -> list(scene, Route.CUSTOMERS, throttled(1, RetryAfter.SECONDS))),
                of("usage-list-lost", scene -> list(scene, Route.USAGE_RECORDS, DROPPED)),
                of(
                        "usage-list-wrong-type",
                        scene -> list(scene, Route.USAGE_RECORDS, new Fault.Malformed(Shape.WRONG_TYPE))));
    }

    /** Processes die or stand still, at every moment of a change. */
    private static List<Kind> processes() {
        return List.of(
                striking("node-dies-asking", Blow.KILL_NODE, Moment.ASKING, _ -> {}),
                striking("node-dies-reading", Blow.KILL_NODE, Moment.READING, Kinds::slowReading),
                striking("node-dies-sending", Blow.KILL_NODE, Moment.SENDING, Kinds::slowSending),
                striking("node-dies-applied", Blow.KILL_NODE, Moment.APPLIED, _ -> {}),
                striking("node-dies-unknown", Blow.KILL_NODE, Moment.UNKNOWN, scene -> scene.patch(DROPPED)),
                striking("both-nodes-die-sending", Blow.KILL_BOTH_NODES, Moment.SENDING, Kinds::slowSending),
                striking("both-nodes-die-applied", Blow.KILL_BOTH_NODES, Moment.APPLIED, scene -> scene.patch(APPLIED)),
                striking("database-dies-asking", Blow.KILL_DATABASE, Moment.ASKING, _ -> {}),
                striking("database-dies-reading", Blow.KILL_DATABASE, Moment.READING, Kinds::slowReading),
                striking("database-dies-sending", Blow.KILL_DATABASE, Moment.SENDING, Kinds::slowSending),
                striking("database-dies-applied", Blow.KILL_DATABASE, Moment.APPLIED, _ -> {}),
                striking("database-dies-unknown", Blow.KILL_DATABASE, Moment.UNKNOWN, scene -> scene.patch(APPLIED)),
                striking(
                        "node-and-database-die-sending",
                        Blow.KILL_NODE_AND_DATABASE,
                        Moment.SENDING,
                        Kinds::slowSending),
                striking("node-freezes-past-fence", Blow.FREEZE_PAST_FENCE, Moment.READING, Kinds::slowReading),
                striking("node-freezes-past-lease", Blow.FREEZE_PAST_LEASE, Moment.SENDING, Kinds::slowSending));
    }

    /** Microsoft does what the settings rule out. */
    private static List<Kind> beyondTheSettings() {
        return List.of(beyond(
                "lands-after-quarantine",
                scene -> scene.patch(new Fault.Slow(scene.limits().quarantine().plusSeconds(8)), DROPPED)));
    }

    private static void slowReading(Scene scene) {
        scene.get(new Fault.Slow(Duration.ofSeconds(3)));
    }

    private static void slowSending(Scene scene) {
        scene.patch(new Fault.Slow(Duration.ofSeconds(4)));
    }

    private static void token(Scene scene, Fault fault) {
        scene.anybody(Route.TOKEN, fault);
        scene.expireTokens();
    }

    private static void list(Scene scene, Route route, Fault fault) {
        scene.anybody(route, fault);
        scene.readLists();
    }

    /** Lands at the very end of the time in which it may. */
    private static Fault late(Scene scene) {
        return new Fault.Slow(scene.limits().landing().minusSeconds(2));
    }

    private static Fault throttled(int seconds, RetryAfter form) {
        return new Fault.TooManyRequests(Duration.ofSeconds(seconds), form);
    }

    private static Fault answer(int status, String type, String body) {
        return new Fault.AnswerWith(status, type, body);
    }
}
