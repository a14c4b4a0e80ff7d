package dev.purser.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The way back to one caller, written to once; every ending is entered into the journal before the caller sees it. */
final class ApiResponse {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final HttpServerRequest request;
    private final ApiCall call;
    private final Journal journal;
    private final SimulatorSettings settings;

    ApiResponse(HttpServerRequest request, ApiCall call, Journal journal, SimulatorSettings settings) {
        this.request = request;
        this.call = call;
        this.journal = journal;
        this.settings = settings;
        request.response()
                .closeHandler(_ ->
                        journal.end(call.number(), new Exchange.Ending.Broken("the caller closed the connection")));
    }

    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }

    void send(Reply reply) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(reply.status())
                .putHeader("Content-Type", reply.contentType())
                .putHeader("Date", httpDate(settings.clock().instant()))
                .putHeader("MS-RequestId", call.ids().requestId())
                .putHeader("MS-CorrelationId", call.ids().correlationId())
                .putHeader("MS-CV", UUID.randomUUID().toString().substring(0, 16) + ".0")
                .putHeader("MS-ServerId", "simulator-1");
        reply.headers().forEach(response::putHeader);
        journal.end(call.number(), new Exchange.Ending.Answered(reply.status()));
        response.end(bytes(reply));
    }

    /** Closes the TCP connection without an answer. */
    void drop(String why) {
        journal.end(call.number(), new Exchange.Ending.Broken(why));
        request.connection().close();
    }

    private Buffer bytes(Reply reply) {
        Buffer body = Buffer.buffer();
        boolean marked = settings.byteOrderMark() == ByteOrderMark.BEFORE_JSON
                && call.route() != Route.TOKEN
                && reply.contentType().equals(Reply.JSON);
        if (marked) {
            body.appendBytes(BYTE_ORDER_MARK);
        }
        return body.appendString(reply.body());
    }
}
