package dev.purser.partnercenter;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a raw server does after a request. */
sealed interface Reply {

    /** Says these bytes; the connection stays open. */
    record Bytes(Buffer bytes) implements Reply {}

    /** Says these bytes, which may be none, and closes the connection. */
    record BytesThenClose(Buffer bytes) implements Reply {}

    /** Says these bytes, which may be none, and then nothing more, until the client leaves. */
    record BytesThenSilence(Buffer bytes) implements Reply {}

    static Reply json(int status, String body, String... headers) {
        return of(status, body.getBytes(StandardCharsets.UTF_8), with(headers, "Content-Type: application/json"));
    }

    static Reply sample(int status, String name, String... headers) {
        return of(status, Samples.bytes(name), with(headers, "Content-Type: application/json; charset=utf-8"));
    }

    static Reply of(int status, byte[] body, String... headers) {
        return new Bytes(message(status + " Reason", Buffer.buffer(body), headers));
    }

    /**
     * A whole answer.
     *
     * @param status with a reason phrase
     */
    static Buffer message(String status, Buffer body, String... headers) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (!status.startsWith("204")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return Buffer.buffer(head.append("\r\n").toString(), "ISO-8859-1").appendBuffer(body);
    }

    /** Closes the connection instead of answering. */
    static Reply close() {
        return new BytesThenClose(Buffer.buffer());
    }

    /** Never answers. */
    static Reply silence() {
        return new BytesThenSilence(Buffer.buffer());
    }

    private static String[] with(String[] headers, String one) {
        var all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = one;
        return all;
    }
}
