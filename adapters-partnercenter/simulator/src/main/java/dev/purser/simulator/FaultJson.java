package dev.purser.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults in the JSON of the control addresses, described in the module's README. */
final class FaultJson {

    private static final int HUNDRED_MEGABYTES = 100 * 1024 * 1024;

    private FaultJson() {}

    static ObjectNode write(Fault fault) {
        ObjectNode body = WireJson.object();
        return switch (fault) {
            case Fault.ApplyThenDrop _ -> body.put("kind", "apply-then-drop");
            case Fault.DropBeforeApplying _ -> body.put("kind", "drop-before-applying");
            case Fault.ServerErrorAfterApplying _ -> body.put("kind", "server-error-after-applying");
            case Fault.TooManyRequests(Duration retryAfter, Fault.RetryAfter form) ->
                body.put("kind", "too-many-requests")
                        .put("retryAfterSeconds", retryAfter.toSeconds())
                        .put("form", Words.word(form));
            case Fault.Slow(Duration delay) -> body.put("kind", "slow").put("millis", delay.toMillis());
            case Fault.ApplyAfter(Duration delay) ->
                body.put("kind", "apply-after").put("millis", delay.toMillis());
            case Fault.Malformed(Fault.Shape shape) ->
                body.put("kind", "malformed").put("shape", Words.word(shape));
            case Fault.AnswerWith(int status, String contentType, String text, Map<String, String> headers) ->
                answerWith(body, status, contentType, text, headers);
            case Fault.Refuse(Refusal refusal) -> body.put("kind", "refuse").put("as", Words.word(refusal));
            case Fault.Redirect(int status, Optional<String> location) -> {
                body.put("kind", "redirect").put("status", status);
                location.ifPresent(address -> body.put("location", address));
                yield body;
            }
            case Fault.AnswerStatus(int status) ->
                body.put("kind", "answer-status").put("status", status);
            case Fault.AnotherAmount(Optional<BigDecimal> amount) ->
                body.put("kind", "another-amount").put("amount", amount.orElse(null));
            case Fault.WrongContentType(String contentType) ->
                body.put("kind", "content-type").put("contentType", contentType);
            case Fault.Deep(int levels) -> body.put("kind", "deep").put("levels", levels);
            case Fault.Huge(long bytes) -> body.put("kind", "huge").put("bytes", bytes);
            case Fault.Interim(int status, int times) ->
                body.put("kind", "interim").put("status", status).put("times", times);
            case Fault.Drip(int bytes, Duration every) ->
                body.put("kind", "drip").put("bytes", bytes).put("everyMillis", every.toMillis());
            case Fault.Cut(int afterBytes, Fault.Framing framing) ->
                body.put("kind", "cut").put("afterBytes", afterBytes).put("framing", Words.word(framing));
            case Fault.Chunked(int bytes) -> body.put("kind", "chunked").put("bytes", bytes);
            case Fault.Gzip(Fault.Compression form) -> body.put("kind", "gzip").put("form", Words.word(form));
            case Fault.Reset(Fault.ResetMoment when) ->
                body.put("kind", "reset").put("when", Words.word(when));
            case Fault.Hang _ -> body.put("kind", "hang");
            case Fault.RefuseConnections(Duration time) ->
                body.put("kind", "refuse-connections").put("millis", time.toMillis());
            case Fault.StaleReads(Duration time) ->
                body.put("kind", "stale-reads").put("millis", time.toMillis());
            case Fault.OutsideEdit(Fault.Moment moment, Fault.Edit edit, Duration delay) ->
                outsideEdit(body, moment, edit, delay);
            case Fault.Combined(List<Fault> faults) -> {
                ArrayNode parts = body.put("kind", "combined").putArray("faults");
                faults.forEach(part -> parts.add(write(part)));
                yield body;
            }
        };
    }

    private static ObjectNode answerWith(
            ObjectNode body, int status, String contentType, String text, Map<String, String> headers) {
        body.put("kind", "answer-with")
                .put("status", status)
                .put("contentType", contentType)
                .put("body", text);
        if (!headers.isEmpty()) {
            headers.forEach(body.putObject("headers")::put);
        }
        return body;
    }

    private static ObjectNode outsideEdit(ObjectNode body, Fault.Moment moment, Fault.Edit edit, Duration delay) {
        body.put("kind", "outside-edit").put("moment", Words.word(moment));
        switch (edit) {
            case Fault.Edit.Set(Optional<BigDecimal> amount) -> body.put("amount", amount.orElse(null));
            case Fault.Edit.Add(BigDecimal amount) -> body.put("add", amount);
        }
        return body.put("millis", delay.toMillis());
    }

    /** @throws IllegalArgumentException when the fault cannot be understood; the message says why */
    static Fault read(JsonNode fault) {
        String kind = Words.text(fault, "kind");
        return switch (kind) {
            case "apply-then-drop" -> new Fault.ApplyThenDrop();
            case "drop-before-applying" -> new Fault.DropBeforeApplying();
            case "server-error-after-applying" -> new Fault.ServerErrorAfterApplying();
            case "too-many-requests" ->
                new Fault.TooManyRequests(
                        Duration.ofSeconds(Words.number(fault, "retryAfterSeconds")),
                        Words.constant(fault, "form", Fault.RetryAfter.class, Fault.RetryAfter.SECONDS));
            case "slow" -> new Fault.Slow(millis(fault));
            case "apply-after" -> new Fault.ApplyAfter(millis(fault));
            case "malformed" -> new Fault.Malformed(Words.constant(Fault.Shape.class, Words.text(fault, "shape")));
            case "answer-with" ->
                new Fault.AnswerWith(
                        Words.number(fault, "status"),
                        Words.optionalText(fault, "contentType").orElse(Reply.JSON),
                        Words.optionalText(fault, "body").orElse(""),
                        headers(fault));
            case "refuse" -> new Fault.Refuse(Words.constant(Refusal.class, Words.text(fault, "as")));
            case "redirect" -> new Fault.Redirect(Words.number(fault, "status"), Words.optionalText(fault, "location"));
            case "answer-status" -> new Fault.AnswerStatus(Words.number(fault, "status"));
            case "another-amount" -> new Fault.AnotherAmount(Words.amount(fault, "amount"));
            case "content-type" -> new Fault.WrongContentType(Words.text(fault, "contentType"));
            case "deep" -> new Fault.Deep(Words.number(fault, "levels", 10_000));
            case "huge" -> new Fault.Huge(Words.number(fault, "bytes", HUNDRED_MEGABYTES));
            case "interim" -> new Fault.Interim(Words.number(fault, "status", 103), Words.number(fault, "times", 1));
            case "drip" -> new Fault.Drip(Words.number(fault, "bytes", 1), millis(fault, "everyMillis"));
            case "cut" ->
                new Fault.Cut(
                        Words.number(fault, "afterBytes"),
                        Words.constant(fault, "framing", Fault.Framing.class, Fault.Framing.CONTENT_LENGTH));
            case "chunked" -> new Fault.Chunked(Words.number(fault, "bytes", 7));
            case "gzip" ->
                new Fault.Gzip(Words.constant(fault, "form", Fault.Compression.class, Fault.Compression.RIGHT));
            case "reset" -> new Fault.Reset(Words.constant(Fault.ResetMoment.class, Words.text(fault, "when")));
            case "hang" -> new Fault.Hang();
            case "refuse-connections" -> new Fault.RefuseConnections(millis(fault));
            case "stale-reads" -> new Fault.StaleReads(millis(fault));
            case "outside-edit" ->
                new Fault.OutsideEdit(
                        Words.constant(Fault.Moment.class, Words.text(fault, "moment")),
                        fault.has("add")
                                ? new Fault.Edit.Add(fault.path("add").decimalValue())
                                : new Fault.Edit.Set(Words.amount(fault, "amount")),
                        fault.has("millis") ? millis(fault) : Duration.ZERO);
            case "combined" -> combined(fault.path("faults"));
            default -> throw new IllegalArgumentException("there is no fault of kind " + kind);
        };
    }

    private static Fault combined(JsonNode faults) {
        List<Fault> parts = new ArrayList<>();
        faults.forEach(part -> parts.add(read(part)));
        return new Fault.Combined(parts);
    }

    private static Map<String, String> headers(JsonNode fault) {
        Map<String, String> headers = new LinkedHashMap<>();
        fault.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static Duration millis(JsonNode fault) {
        return millis(fault, "millis");
    }

    private static Duration millis(JsonNode fault, String field) {
        return Duration.ofMillis(Words.number(fault, field));
    }
}
