package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Instant THEN = Instant.parse("2026-06-18T08:42:07Z");

    @Test
    void writesTimesAndNamesAsElements() {
        var sentence =
                new Sentence("At " + Sentence.time(THEN, "10:42:07") + " " + Sentence.name("Contoso") + " asked.");
        assertThat(sentence.html().getValue())
                .isEqualTo("At <time datetime=\"2026-06-18T08:42:07Z\">10:42:07</time> <bdi>Contoso</bdi> asked.");
        assertThat(sentence.text()).isEqualTo("At 10:42:07 Contoso asked.");
    }

    @Test
    void writesNothingOfOthersAsMarkup() {
        var hostile = "<img src=x onerror=\"alert('1')\">&amp;";
        var sentence = new Sentence(Sentence.name(hostile) + hostile + Sentence.time(THEN, hostile));
        assertThat(sentence.html().getValue())
                .doesNotContain("<img")
                .contains("<bdi>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</bdi>");
        assertThat(sentence.text()).isEqualTo(hostile.repeat(3));
    }

    @Test
    void marksTheLanguageOfWhatMicrosoftSaid() {
        var sentence = new Sentence("Wortlaut: „" + Sentence.quoted("Not <found>") + "“");
        assertThat(sentence.html().getValue()).isEqualTo("Wortlaut: „<bdi lang=\"en\">Not &lt;found&gt;</bdi>“");
        assertThat(sentence.text()).isEqualTo("Wortlaut: „Not <found>“");
    }

    @Test
    void takesNoMarksFromOthers() {
        var forged = "\u0001x\" onclick=\"y\u0002z\u0003 \u0004 \u0005 \u0001";
        assertThat(new Sentence(Sentence.name(forged)).html().getValue())
                .startsWith("<bdi>")
                .doesNotContain("<time")
                .doesNotContain("onclick=\"");
        assertThat(new Sentence(forged).html().getValue()).doesNotContain("onclick=\"");
    }
}
