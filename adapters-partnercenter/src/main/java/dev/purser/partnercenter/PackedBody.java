package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Answers that come packed. None is asked for, but to whoever says nothing a server may send any coding (RFC 9110,
 * 12.5.3), and gateways do. What is unpacked is bounded like any other answer, however little it was on the wire.
 */
final class PackedBody {

    private PackedBody() {}

    /**
     * @return the answer with its body as meant. Where that cannot be had, a success is no answer, and any other status
     *     stands for itself
     */
    static HttpOutcome unpacked(Answered answer, int longest) {
        var coding = answer.header("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        try {
            return switch (coding) {
                case "identity" -> answer;
                case "gzip", "x-gzip" -> with(answer, gunzipped(answer.body(), longest));
                default -> unreadable(answer, "an answer packed as " + Fault.oneLine(coding, 32));
            };
        } catch (IOException broken) {
            return unreadable(answer, "an answer whose gzip is broken");
        } catch (UnreadableAnswer tooLong) {
            return unreadable(answer, tooLong.words());
        }
    }

    private static Buffer gunzipped(Buffer packed, int longest) throws IOException, UnreadableAnswer {
        if (packed.length() == 0) {
            return packed;
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()))) {
            var bytes = stream.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new UnreadableAnswer("longer than " + longest + " bytes");
            }
            return Buffer.buffer(bytes);
        }
    }

    private static HttpOutcome unreadable(Answered answer, String words) {
        return answer.succeeded()
                ? new NoAnswer(new Trouble(Trouble.Kind.UNREADABLE, answer.status() + " " + words))
                : with(answer, Buffer.buffer());
    }

    private static Answered with(Answered answer, Buffer body) {
        return new Answered(answer.status(), answer.reason(), answer.headers(), body);
    }
}
