package dev.purser.web.format;

import dev.purser.domain.history.ForeignText;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A sentence of a page. Its times and names are marked, so that the words around them can stand in any order in any
 * language, and become elements only when the page is written. Everything else in it is text and is escaped then.
 *
 * @param marked with control characters, which no text of others contains, around what is an element
 */
public record Sentence(String marked) {

    private static final char TIME = '\u0001';
    private static final char SHOWN_AS = '\u0002';
    private static final char END_OF_TIME = '\u0003';
    private static final char NAME = '\u0004';
    private static final char END_OF_NAME = '\u0005';
    private static final char QUOTED = '\u0006';
    private static final char END_OF_QUOTED = '\u0007';
    private static final Pattern TIMES = Pattern.compile("\u0001([^\u0001-\u0007]*)\u0002([^\u0001-\u0007]*)\u0003");
    private static final Pattern NAMES = Pattern.compile("\u0004([^\u0001-\u0007]*)\u0005");
    private static final Pattern QUOTATIONS = Pattern.compile("\u0006([^\u0001-\u0007]*)\u0007");
    private static final Pattern MARKS = Pattern.compile("[\u0001-\u0007]");

    /** A time as a part of a sentence. */
    public static String time(Instant at, String shown) {
        return TIME + at.toString() + SHOWN_AS + ForeignText.oneLine(shown) + END_OF_TIME;
    }

    /** A name as a part of a sentence, which must not turn the direction of the words around it. */
    public static String name(String name) {
        return NAME + ForeignText.oneLine(name) + END_OF_NAME;
    }

    /** Words of Microsoft as a part of a sentence. They stay as they are, and those that we have seen are English. */
    public static String quoted(String words) {
        return QUOTED + ForeignText.oneLine(words) + END_OF_QUOTED;
    }

    /** As it is said: for titles, for tickets. */
    public String text() {
        return MARKS.matcher(TIMES.matcher(marked).replaceAll("$2")).replaceAll("");
    }

    /** As it stands in a page. */
    public RawString html() {
        var times = TIMES.matcher(escaped(marked)).replaceAll("<time datetime=\"$1\">$2</time>");
        var names = NAMES.matcher(times).replaceAll("<bdi>$1</bdi>");
        var quotations = QUOTATIONS.matcher(names).replaceAll("<bdi lang=\"en\">$1</bdi>");
        return new RawString(MARKS.matcher(quotations).replaceAll(""));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
