package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Trouble;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies may look like on the wire, whatever they say. */
class BodyTest {

    private static final SpendingLimit WANTED = SpendingLimit.of("8250.50");

    private final WireStage stage = new WireStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "budget-get-200.json,1",
        "budget-get-200.json,7",
        "budget-get-200-bom.json,1",
        "budget-get-200-bom.json,2"
    })
    void readsABodyInChunks(String sample, int size) {
        stage.api.answer(chunked(Samples.bytes(sample), size));

        assertThat(stage.read()).isEqualTo(read("7500"));
    }

    @Test
    void readsABodyThatEndsWithTheConnection() {
        stage.api.answer(new Reply.BytesThenClose(Buffer.buffer("HTTP/1.1 200 OK\r\n\r\n{\"amount\":8250.50}")));

        assertThat(stage.send(WANTED)).isEqualTo(new Answer.Shown(WANTED, 200, WireStage.CORRELATION));
    }

    @Test
    void doesNotTakeTheBeginningOfABodyForTheWhole() {
        stage.api.answer(new Reply.BytesThenClose(Buffer.buffer("HTTP/1.1 200 OK\r\n\r\n{\"amount\":8250.5")));

        assertThat(stage.send(WANTED))
                .isInstanceOfSatisfying(
                        Answer.Lost.class,
                        lost -> assertThat(lost.trouble().kind()).isEqualTo(Trouble.Kind.UNREADABLE));
    }

    @Test
    void doesNotAskForPackedBodies() {
        stage.api.answer(Reply.sample(200, "budget-get-200.json"));

        stage.read();

        assertThat(stage.api.lastRequest().header("Accept-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void readsABodyThatCameGzippedAllTheSame(String coding) {
        stage.api.answer(
                Reply.of(200, gzipped(Samples.bytes("budget-get-200-bom.json")), "Content-Encoding: " + coding),
                Reply.of(403, gzipped(Samples.bytes("error-403-role.json")), "Content-Encoding: " + coding),
                Reply.of(200, Samples.bytes("budget-get-200.json"), "Content-Encoding: identity"));

        assertThat(stage.read()).isEqualTo(read("7500"));
        assertThat(stage.read())
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.refusal().code()).contains("900150"));
        assertThat(stage.read()).isEqualTo(read("7500"));
    }

    @Test
    void readsNoMoreOfAGzipThanOfAnythingElse() {
        var bomb = gzipped(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(HttpCall.ONE_RESOURCE);
        stage.api.answer(_ -> Reply.of(200, bomb, "Content-Encoding: gzip"));

        assertThat(stage.send(WANTED)).isEqualTo(lost("200 longer than 1048576 bytes"));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,200 an answer whose gzip is broken",
        "br,200 an answer packed as br",
        "'gzip, gzip','200 an answer packed as gzip, gzip'",
    })
    void isLostInAPackageThatCannotBeOpened(String coding, String detail) {
        stage.api.answer(Reply.of(200, Samples.bytes("budget-patch-200.json"), "Content-Encoding: " + coding));

        assertThat(stage.send(WANTED)).isEqualTo(lost(detail));
    }

    @Test
    void isLostInAGzipThatWasCutOff() {
        var whole = gzipped(Samples.bytes("budget-patch-200.json"));
        stage.api.answer(Reply.of(200, Arrays.copyOf(whole, whole.length - 12), "Content-Encoding: gzip"));

        assertThat(stage.send(WANTED)).isEqualTo(lost("200 an answer whose gzip is broken"));
    }

    @Test
    void believesARefusalWhoseWordsCannotBeOpened() {
        stage.api.answer(Reply.of(403, new byte[] {1, 2, 3}, "Content-Encoding: br"));

        assertThat(stage.send(WANTED)).isInstanceOfSatisfying(Answer.Rejected.class, rejected -> {
            assertThat(rejected.refusal().status()).isEqualTo(403);
            assertThat(rejected.refusal().words()).isEqualTo("Reason");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void doesNotFallIntoDeepNesting(String level) {
        stage.api.answer(Reply.json(200, level.repeat(100_000)), Reply.json(403, level.repeat(100_000)));

        assertThat(stage.send(WANTED))
                .isInstanceOfSatisfying(
                        Answer.Lost.class,
                        lost -> assertThat(lost.trouble().kind()).isEqualTo(Trouble.Kind.UNREADABLE));
        assertThat(stage.send(WANTED)).isInstanceOf(Answer.Rejected.class);
    }

    @Test
    void readsAcrossNestingThatIsMerelyStrange() {
        var strange = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
        stage.api.answer(Reply.json(200, "{\"amount\":7500,\"links\":" + strange + "}"));

        assertThat(stage.read()).isEqualTo(read("7500"));
    }

    @Test
    void doesNotWriteOutANumberOfAMillionDigits() {
        stage.api.answer(Reply.json(200, "{\"amount\":1" + "0".repeat(900_000) + "}"));

        assertThat(stage.send(WANTED)).isInstanceOf(Answer.Lost.class);
    }

    private static Reply chunked(byte[] body, int size) {
        var chunks = Buffer.buffer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (var from = 0; from < body.length; from += size) {
            var to = Math.min(from + size, body.length);
            chunks.appendString(Integer.toHexString(to - from) + "\r\n")
                    .appendBytes(body, from, to - from)
                    .appendString("\r\n");
        }
        return new Reply.Bytes(chunks.appendString("0\r\n\r\n"));
    }

    private static byte[] gzipped(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static Answer lost(String detail) {
        return new Answer.Lost(new Trouble(Trouble.Kind.UNREADABLE, detail), WireStage.CORRELATION);
    }

    private Reading<SpendingLimit> read(String amount) {
        var correlation = stage.api.lastRequest().header("MS-CorrelationId").orElseThrow();
        return new Reading.Read<>(SpendingLimit.of(amount), UUID.fromString(correlation));
    }
}
