package dev.purser.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void leavesOutWhatSaysNothing() {
        assertThat(Facts.none()
                        .and("a", "")
                        .and("b", Optional.empty())
                        .and("c", Optional.of(""))
                        .andForeign("d", " \t ")
                        .texts())
                .isEmpty();
    }

    @Test
    void saysNothingTwice() {
        var facts = Facts.none().and("a", "1");
        assertThatIllegalArgumentException().isThrownBy(() -> facts.and("a", "1"));
    }

    @Test
    void staysAsItIsWhenMoreIsSaid() {
        var facts = Facts.none().and("a", "1");

        assertThat(facts.and("b", "2").texts()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(facts.texts()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void keepsForeignTextThatFits() {
        var words = "x".repeat(256);

        assertThat(Facts.none().andForeign("words", words).texts()).isEqualTo(Map.of("words", words));
    }

    @Test
    void cutsForeignTextAndKeepsTheHashOfTheWhole() {
        var words = "x".repeat(257);

        assertThat(Facts.none().andForeign("words", words).texts())
                .isEqualTo(Map.of("words", "x".repeat(256), "wordsSha256", ForeignText.sha256(words)));
    }

    @Test
    void neverCutsACharacterInHalf() {
        var words = "x".repeat(255) + "😀" + "y";

        assertThat(Facts.none().andForeign("words", words).texts().get("words")).isEqualTo("x".repeat(255));
        assertThat(Facts.none()
                        .andForeign("words", "x".repeat(254) + "😀y")
                        .texts()
                        .get("words"))
                .isEqualTo("x".repeat(254) + "😀");
    }

    @Test
    void writesForeignTextInOneLineOfValidUnicode() {
        assertThat(Facts.none()
                        .andForeign("words", "\u0000one\r\ntwo\u007f\u0085\ud83d three ")
                        .texts()
                        .get("words"))
                .isEqualTo("one  two  \ufffd three");
    }

    @Test
    void hashesAsEverybodyElseDoes() {
        assertThat(ForeignText.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
