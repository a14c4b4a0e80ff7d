package dev.purser.simulator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The way back to one caller, written to once; every ending is entered into the journal before the caller sees it. */
final class ApiResponse {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int FULL_BUFFER = 64 * 1024;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final ApiCall call;
    private final Journal journal;
    private final SimulatorSettings settings;
    private final Switches switches;

    ApiResponse(
            Vertx vertx,
            HttpServerRequest request,
            ApiCall call,
            Journal journal,
            SimulatorSettings settings,
            Switches switches) {
        this.vertx = vertx;
        this.request = request;
        this.call = call;
        this.journal = journal;
        this.settings = settings;
        this.switches = switches;
        request.response()
                .closeHandler(_ ->
                        journal.end(call.number(), new Exchange.Ending.Broken("the caller closed the connection")));
    }

    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }

    void send(Reply reply) {
        send(reply, Course.usual());
    }

    /** As the course delivers it; one that delivers no answer is not for this method. */
    void send(Reply reply, Course course) {
        if (request.response().closed()) {
            return;
        }
        AnswerBytes bytes = AnswerBytes.of(reply, course, marked(reply));
        course.interim().ifPresent(this::interim);
        head(reply, bytes);
        course.delivering().ifPresentOrElse(delivering -> deliver(delivering, reply, bytes.body()), () -> {
            answered(reply);
            request.response().end(bytes.body());
        });
    }

    private void deliver(Fault.Delivering delivering, Reply reply, Buffer body) {
        switch (delivering) {
            case Fault.Drip(int bytes, Duration every) -> {
                answered(reply);
                request.response().putHeader("Content-Length", Integer.toString(body.length()));
                drip(body, 0, bytes, Math.max(1, every.toMillis()));
            }
            case Fault.Chunked(int bytes) -> {
                answered(reply);
                request.response().setChunked(true);
                for (int at = 0; at < body.length(); at += bytes) {
                    request.response().write(body.slice(at, Math.min(body.length(), at + bytes)));
                }
                request.response().end();
            }
            case Fault.Huge(long bytes) -> {
                answered(reply);
                huge(body, bytes);
            }
            case Fault.Cut(int afterBytes, Fault.Framing framing) -> {
                int sent = Math.min(afterBytes, body.length());
                part(body, sent, framing, "cut after " + sent + " of " + body.length() + " bytes", false);
            }
            case Fault.Reset _ -> {
                int sent = body.length() / 2;
                part(body, sent, Fault.Framing.CONTENT_LENGTH, "reset after " + sent + " bytes of the answer", true);
            }
            case Fault.ApplyThenDrop _, Fault.DropBeforeApplying _, Fault.Hang _, Fault.RefuseConnections _ ->
                throw new IllegalStateException("delivers no answer: " + delivering);
        }
    }

    /** Closes the TCP connection without an answer. */
    void drop(String why) {
        broken(why);
        request.connection().close();
    }

    /** Resets the TCP connection without an answer. */
    void reset(String why) {
        broken(why);
        reset();
    }

    private void part(Buffer body, int sent, Fault.Framing framing, String why, boolean byReset) {
        broken("status " + request.response().getStatusCode() + ", " + why);
        switch (framing) {
            // A promise of more than there is, or the whole body would look like a complete answer.
            case CONTENT_LENGTH ->
                request.response().putHeader("Content-Length", Integer.toString(Math.max(body.length(), sent + 1)));
            case CHUNKED -> request.response().setChunked(true);
        }
        // Written in any case: the head leaves only with a piece of the body.
        request.response().write(body.slice(0, sent)).onComplete(_ -> {
            if (byReset) {
                reset();
            } else {
                request.connection().close();
            }
        });
    }

    private void drip(Buffer body, int from, int bytes, long everyMillis) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        int to = Math.min(body.length(), from + bytes);
        if (to == body.length()) {
            response.end(body.slice(from, to));
            return;
        }
        response.write(body.slice(from, to));
        vertx.setTimer(everyMillis, _ -> drip(body, to, bytes, everyMillis));
    }

    private void huge(Buffer body, long bytes) {
        Buffer before = Buffer.buffer("{\"padding\":\"");
        // What was an object goes on as one; what was not follows as text that nobody can parse.
        boolean object = body.length() > 2 && body.getByte(0) == '{';
        Buffer after = object
                ? Buffer.buffer("\",").appendBuffer(body.slice(1, body.length()))
                : Buffer.buffer("\"}").appendBuffer(body);
        request.response().putHeader("Content-Length", Long.toString(before.length() + bytes + after.length()));
        request.response().write(before);
        pad(bytes, after);
    }

    private void pad(long left, Buffer after) {
        HttpServerResponse response = request.response();
        long more = left;
        while (more > 0 && !response.closed()) {
            if (response.writeQueueFull()) {
                long rest = more;
                response.drainHandler(_ -> pad(rest, after));
                return;
            }
            int now = (int) Math.min(more, FULL_BUFFER);
            response.write(Buffer.buffer("x".repeat(now)));
            more -= now;
        }
        if (!response.closed()) {
            response.end(after);
        }
    }

    private void interim(Fault.Interim interim) {
        for (int i = 0; i < interim.times(); i++) {
            if (interim.status() == 100) {
                request.response().writeContinue();
            } else {
                request.response()
                        .writeEarlyHints(MultiMap.caseInsensitiveMultiMap().add("Link", "</v1>; rel=preconnect"));
            }
        }
    }

    private void head(Reply reply, AnswerBytes bytes) {
        HttpServerResponse response = request.response();
        response.setStatusCode(reply.status())
                .putHeader("Content-Type", reply.contentType())
                .putHeader(
                        "Date",
                        httpDate(settings.clock().instant().plus(switches.now().clockSkew())))
                .putHeader("MS-RequestId", call.ids().requestId())
                .putHeader("MS-CorrelationId", call.ids().correlationId())
                .putHeader("MS-CV", UUID.randomUUID().toString().substring(0, 16) + ".0")
                .putHeader("MS-ServerId", "simulator-1");
        reply.headers().forEach(response::putHeader);
        bytes.encoding().ifPresent(encoding -> response.putHeader("Content-Encoding", encoding));
        if (!reply.reason().isEmpty()) {
            response.setStatusMessage(reply.reason());
        }
    }

    private boolean marked(Reply reply) {
        return reply.contentType().equals(Reply.JSON)
                && !reply.body().isEmpty()
                && switches.now().marksWithByteOrderMark(call.route());
    }

    private void answered(Reply reply) {
        String shown = call.route() == Route.TOKEN ? "" : reply.body();
        journal.end(call.number(), new Exchange.Ending.Answered(reply.status()), shown);
    }

    private void broken(String why) {
        journal.end(call.number(), new Exchange.Ending.Broken(why));
    }

    /** Discards what is not sent yet; the caller's system sees RST in the place of FIN. */
    private void reset() {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
