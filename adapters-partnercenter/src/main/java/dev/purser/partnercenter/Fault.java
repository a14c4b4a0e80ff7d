package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.HttpOutcome.Answered;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Microsoft's words for an answer that is not a success: a documented fault, a gateway's JSON, plain text, a gateway's
 * page, or nothing but the status line.
 *
 * @param words of one line; empty text if there were none
 * @param correlation under which Microsoft knows the call, where it says so in the body, as the token endpoint does
 */
record Fault(int status, Optional<String> code, String words, Optional<UUID> correlation) {

    private static final int LONGEST_WORDS = 1024;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_DETAIL = 256;
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

    static Fault of(Answered answer) {
        var body = Json.withoutByteOrderMark(answer.body());
        try {
            var fault = Json.read(body, FaultJson.class);
            return new Fault(
                    answer.status(),
                    fault.anyCode().map(code -> oneLine(code, LONGEST_CODE)),
                    fault.anyWords().map(words -> oneLine(words, LONGEST_WORDS)).orElseGet(() -> statusLine(answer)),
                    Guids.in(fault.correlation_id()));
        } catch (UnreadableAnswer _) {
            return new Fault(answer.status(), Optional.empty(), words(answer, body), Optional.empty());
        }
    }

    private static String words(Answered answer, Buffer body) {
        var text = body.toString(StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return statusLine(answer);
        }
        return oneLine(isPage(answer, text) ? title(text) : text, LONGEST_WORDS);
    }

    private static boolean isPage(Answered answer, String text) {
        return text.startsWith("<")
                || answer.header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                        .isPresent();
    }

    private static String title(String page) {
        var title = TITLE.matcher(page);
        return title.find() && !title.group(1).isBlank() ? title.group(1) : "HTML page";
    }

    /** Without a body, the reason phrase and the challenge are all that tells one 401 from another. */
    private static String statusLine(Answered answer) {
        var challenge =
                answer.header("WWW-Authenticate").map(text -> " (" + text + ")").orElse("");
        return oneLine(answer.reason() + challenge, LONGEST_WORDS);
    }

    static String oneLine(String text, int longest) {
        var line = BLANK.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end);
    }

    /** @param sent the correlation id that the call carried */
    Refusal refusal(UUID sent) {
        return new Refusal(status, code, words, correlation.orElse(sent));
    }

    /** The same as trouble: for an error of the service, or a status that says nothing certain. */
    Trouble trouble() {
        var detail = status + code.map(text -> " " + text).orElse("") + (words.isEmpty() ? "" : " " + words);
        var kind = status < 400 ? Trouble.Kind.UNREADABLE : Trouble.Kind.SERVICE_ERROR;
        return new Trouble(kind, oneLine(detail, LONGEST_DETAIL));
    }
}
