package dev.purser.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785, restricted to one object of texts. */
class CanonicalFormTest {

    @Test
    void writesNothingAsAnEmptyObject() {
        assertThat(written(Map.of())).isEqualTo("{}");
    }

    @Test
    void writesNoSpaceBetweenMembers() {
        assertThat(written(Map.of("b", "2", "a", "1"))).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void sortsMembersByTheirUtf16Units() {
        // The names of RFC 8785, 3.2.3: the emoji's first unit is D83D, which comes before the ligature FB33.
        var names = List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6");
        var facts = new LinkedHashMap<String, String>();
        names.forEach(name -> facts.put(name, "x"));

        assertThat(written(facts))
                .isEqualTo("{\"\\r\":\"x\",\"1\":\"x\",\"\u0080\":\"x\",\"\u00f6\":\"x\",\"\u20ac\":\"x\","
                        + "\"\ud83d\ude00\":\"x\",\"\ufb33\":\"x\"}");
    }

    @Test
    void sortsAPrefixFirstAndCapitalsBeforeSmallLetters() {
        assertThat(written(Map.of("ab", "", "a", "", "B", ""))).isEqualTo("{\"B\":\"\",\"a\":\"\",\"ab\":\"\"}");
    }

    @Test
    void escapesOnlyWhatHasToBeEscaped() {
        assertThat(written(Map.of("t", "\"\\/\b\t\n\f\r<>&'"))).isEqualTo("{\"t\":\"\\\"\\\\/\\b\\t\\n\\f\\r<>&'\"}");
    }

    @Test
    void escapesOtherControlCharactersInFourSmallHexDigits() {
        assertThat(written(Map.of("t", "\u0000\u0001\u001f"))).isEqualTo("{\"t\":\"\\u0000\\u0001\\u001f\"}");
    }

    @Test
    void writesEverythingElseAsItIs() {
        assertThat(written(Map.of("t", "\u007f\u0080é\u2028繁體€😀\uffff")))
                .isEqualTo("{\"t\":\"\u007f\u0080é\u2028繁體€😀\uffff\"}");
    }

    @Test
    void writesAnEmojiAsFourBytes() {
        assertThat(CanonicalForm.of(Map.of("t", "😀")))
                .containsSequence('"', 0xf0, 0x9f, 0x98, 0x80, '"')
                .hasSize("{'t':''}".length() + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void refusesHalfACharacter(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalForm.of(Map.of("t", text)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalForm.of(Map.of(text, "t")));
    }

    @Test
    void isTheSameInWhateverOrderTheFactsAreSaid() {
        var one = Facts.none().and("a", "1").and("b", "2");
        var other = Facts.none().and("b", "2").and("a", "1");

        assertThat(CanonicalForm.of(one.texts())).isEqualTo(CanonicalForm.of(other.texts()));
    }

    private static String written(Map<String, String> facts) {
        return new String(CanonicalForm.of(facts), StandardCharsets.UTF_8);
    }
}
