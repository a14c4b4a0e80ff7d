package dev.purser.chaos.kind;

import static dev.purser.chaos.kind.Kind.of;
import static dev.purser.chaos.kind.Ways.APPLIED;
import static dev.purser.chaos.kind.Ways.BAD_INPUT;
import static dev.purser.chaos.kind.Ways.DROPPED;
import static dev.purser.chaos.kind.Ways.FAILED;
import static dev.purser.chaos.kind.Ways.HTML;
import static dev.purser.chaos.kind.Ways.JSON;
import static dev.purser.chaos.kind.Ways.NOT_FOUND;
import static dev.purser.chaos.kind.Ways.ROLE;
import static dev.purser.chaos.kind.Ways.UNAUTHORIZED;
import static dev.purser.chaos.kind.Ways.answer;
import static dev.purser.chaos.kind.Ways.appliedAnd;
import static dev.purser.chaos.kind.Ways.late;
import static dev.purser.chaos.kind.Ways.slow;
import static dev.purser.chaos.kind.Ways.stale;
import static dev.purser.chaos.kind.Ways.throttled;
import static dev.purser.chaos.kind.Ways.together;

import dev.purser.simulator.Fault;
import dev.purser.simulator.Fault.Compression;
import dev.purser.simulator.Fault.Framing;
import dev.purser.simulator.Fault.ResetMoment;
import dev.purser.simulator.Fault.RetryAfter;
import dev.purser.simulator.Fault.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A request to set the budget goes wrong, or its resend too. */
final class SendingKinds {

    private SendingKinds() {}

    static Stream<Kind> all() {
        return Stream.of(refused(), lost(), unreadable(), twice()).flatMap(kinds -> kinds);
    }

    private static Kind patch(String name, Fault... faults) {
        return of("patch-" + name, scene -> scene.patch(faults));
    }

    /** An answer that says that nothing was done. */
    private static Stream<Kind> refused() {
        var again = throttled(1, RetryAfter.SECONDS);
        return Stream.of(
                patch("429-seconds", throttled()),
                patch("429-date", throttled(3, RetryAfter.HTTP_DATE)),
                patch("429-untold", throttled(0, RetryAfter.ABSENT)),
                patch("429-three-times", again, again, again),
                patch("400", BAD_INPUT),
                patch("400-other-shape", answer(400, JSON, "{\"message\":\"The request is invalid.\"}")),
                patch("403-role", ROLE),
                patch("403-text", answer(403, "text/plain", "Forbidden")),
                patch("404", NOT_FOUND),
                patch("401-once", UNAUTHORIZED),
                patch("401-twice", UNAUTHORIZED, UNAUTHORIZED),
                patch("401-empty", answer(401, "text/plain", "")));
    }

    /** No answer, or one that says nothing certain. */
    private static Stream<Kind> lost() {
        return Stream.of(
                patch("applied-answer-lost", APPLIED),
                patch("lost", DROPPED),
                patch("reset-before-reading", new Fault.Reset(ResetMoment.BEFORE_READING)),
                patch("reset-after-reading", new Fault.Reset(ResetMoment.AFTER_READING)),
                patch("reset-in-the-answer", new Fault.Reset(ResetMoment.IN_THE_ANSWER)),
                patch("hangs", new Fault.Hang()),
                patch("applied-and-hangs", appliedAnd(new Fault.Hang())),
                of("patch-lands-late", scene -> scene.patch(late(scene))),
                of(
                        "patch-lands-late-after-504",
                        scene -> scene.patch(together(
                                new Fault.ApplyAfter(scene.limits().landing().minusSeconds(1)),
                                answer(504, "text/html", HTML)))),
                of(
                        "patch-lands-late-and-is-seen-late",
                        scene -> scene.patch(together(
                                new Fault.ApplyAfter(scene.limits().landing().minusSeconds(1)),
                                new Fault.Reset(ResetMoment.AFTER_READING),
                                stale(scene)))),
                of("patch-answer-lost-and-seen-late", scene -> scene.patch(together(APPLIED, stale(scene)))),
                of("patch-seen-late", scene -> scene.patch(stale(scene))),
                patch("500", FAILED),
                patch("500-after-applying", new Fault.ServerErrorAfterApplying()),
                patch("500-empty", answer(500, "text/plain", "")),
                patch("501", answer(501, JSON, "{}")),
                patch("502-page", answer(502, "text/html", HTML)),
                patch("503", answer(503, "text/plain", "busy")),
                patch("503-after-applying", appliedAnd(answer(503, "text/html", HTML))),
                patch("504", answer(504, "text/plain", "")),
                patch("408", answer(408, JSON, "{}")),
                patch("408-after-applying", appliedAnd(answer(408, JSON, "{}"))),
                patch("409", Fault.refusal(409, "409", "A conflict.")),
                patch("412", answer(412, JSON, "{}")),
                patch("425", answer(425, JSON, "{}")),
                patch("redirect", new Fault.Redirect(307, Optional.empty())),
                patch("slow", slow(5)));
    }

    /** It is done, and the answer cannot be read, or shows something else. */
    private static Stream<Kind> unreadable() {
        return Stream.of(
                patch("204", answer(204, JSON, "")),
                patch("201-after-applying", new Fault.AnswerStatus(201)),
                patch("204-after-applying", new Fault.AnswerStatus(204)),
                patch("shows-another-amount", answer(200, JSON, "{\"amount\": 1.5}")),
                patch("applied-shows-another-amount", new Fault.AnotherAmount(Optional.of(new BigDecimal("2.5")))),
                patch("applied-shows-none", new Fault.AnotherAmount(Optional.empty())),
                patch("truncated", new Fault.Malformed(Shape.TRUNCATED)),
                patch("answered-with-page", new Fault.Malformed(Shape.HTML)),
                patch("wrong-type", new Fault.Malformed(Shape.WRONG_TYPE)),
                patch("answer-empty", new Fault.Malformed(Shape.EMPTY)),
                patch("answer-null", new Fault.Malformed(Shape.NULL)),
                patch("answer-array", new Fault.Malformed(Shape.ARRAY)),
                patch("answer-xml", new Fault.Malformed(Shape.XML)),
                patch("answer-with-more-behind", new Fault.Malformed(Shape.TRAILING_TEXT)),
                patch("answer-not-utf-8", new Fault.Malformed(Shape.NOT_UTF_8)),
                patch("answer-endless-number", new Fault.Malformed(Shape.ENDLESS_NUMBER)),
                patch("answer-deep", new Fault.Deep(10_000)),
                patch("answer-huge", new Fault.Huge(20_000_000)),
                patch("answer-drips", new Fault.Drip(20, Duration.ofMillis(300))),
                patch("answer-in-chunks", new Fault.Chunked(7)),
                patch("answer-cut", new Fault.Cut(10, Framing.CONTENT_LENGTH)),
                patch("answer-cut-in-chunks", new Fault.Cut(10, Framing.CHUNKED)),
                patch("answer-gzip", new Fault.Gzip(Compression.RIGHT)),
                patch("answer-gzip-corrupt", new Fault.Gzip(Compression.CORRUPT)),
                patch("answer-gzip-label-only", new Fault.Gzip(Compression.LABEL_ONLY)),
                patch("answer-after-early-hints", new Fault.Interim(103, 3)));
    }

    /** The resend meets trouble too. */
    private static Stream<Kind> twice() {
        return Stream.of(
                of("answer-lost-twice", scene -> scene.patch(APPLIED, APPLIED)),
                of("lost-twice", scene -> scene.patch(DROPPED, DROPPED)),
                of("lost-then-answer-lost", scene -> scene.patch(DROPPED, APPLIED)),
                of("lost-then-400", scene -> scene.patch(DROPPED, BAD_INPUT)),
                of("lost-then-403", scene -> scene.patch(DROPPED, ROLE)),
                of("lost-then-401", scene -> scene.patch(DROPPED, UNAUTHORIZED)),
                of("lost-then-429", scene -> scene.patch(DROPPED, throttled())),
                of("lost-then-500", scene -> scene.patch(DROPPED, FAILED)),
                of("500-then-500-after", scene -> scene.patch(FAILED, new Fault.ServerErrorAfterApplying())),
                of("late-then-400", scene -> scene.patch(late(scene), BAD_INPUT)),
                of("late-then-429", scene -> scene.patch(late(scene), throttled())),
                of("late-then-lost", scene -> scene.patch(late(scene), DROPPED)),
                of("late-twice", scene -> scene.patch(late(scene), late(scene))),
                of("401-then-lost", scene -> scene.patch(UNAUTHORIZED, DROPPED)),
                of("429-then-answer-lost", scene -> scene.patch(throttled(), APPLIED)));
    }
}
