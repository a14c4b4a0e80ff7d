package dev.purser.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The bytes of an answer's body.
 *
 * @param encoding what {@code Content-Encoding} says
 */
record AnswerBytes(Buffer body, Optional<String> encoding) {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Optional<String> GZIP = Optional.of("gzip");
    private static final int GZIP_HEAD = 10;

    static AnswerBytes of(Reply reply, Course course, boolean marked) {
        Buffer body = Buffer.buffer();
        if (marked) {
            body.appendBytes(BYTE_ORDER_MARK);
        }
        body.appendBytes(reply.body().getBytes(charset(course)));
        return course.encoding()
                .map(gzip -> compressed(body, gzip.form()))
                .orElseGet(() -> new AnswerBytes(body, Optional.empty()));
    }

    private static Charset charset(Course course) {
        return course.shaping().equals(Optional.of(new Fault.Malformed(Fault.Shape.NOT_UTF_8)))
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    private static AnswerBytes compressed(Buffer plain, Fault.Compression form) {
        byte[] packed = gzip(plain.getBytes());
        return switch (form) {
            case RIGHT -> new AnswerBytes(Buffer.buffer(packed), GZIP);
            case CORRUPT -> {
                for (int i = GZIP_HEAD; i < packed.length; i++) {
                    packed[i] ^= (byte) 0x5A;
                }
                yield new AnswerBytes(Buffer.buffer(packed), GZIP);
            }
            case CUT -> new AnswerBytes(Buffer.buffer(Arrays.copyOf(packed, packed.length / 2)), GZIP);
            case LABEL_ONLY -> new AnswerBytes(plain, GZIP);
            case UNLABELLED -> new AnswerBytes(Buffer.buffer(packed), Optional.empty());
        };
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
