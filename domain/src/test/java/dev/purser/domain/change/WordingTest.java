package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void requiresAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> wording("", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> wording(" \n\t ", ""));
    }

    @Test
    void keepsAReasonOfFiveHundredCharacters() {
        assertThat(wording("x".repeat(500), "").reason()).hasSize(500);
        assertThat(wording(" " + "x".repeat(500) + " ", "").reason()).hasSize(500);
        assertThatIllegalArgumentException().isThrownBy(() -> wording("x".repeat(501), ""));
    }

    @Test
    void keepsATicketOfAHundredCharacters() {
        assertThat(wording("why", "x".repeat(100)).ticket()).contains("x".repeat(100));
        assertThatIllegalArgumentException().isThrownBy(() -> wording("why", "x".repeat(101)));
    }

    @Test
    void hasNoTicketWhereNothingWasWritten() {
        assertThat(wording("why", " \t").ticket()).isEmpty();
    }

    @Test
    void isKeptInOneLineOfValidUnicode() {
        var wording = new Wording("5\u0000k", "one\r\ntwo \ud83d", Optional.of("T\t1"));

        assertThat(wording).isEqualTo(new Wording("5 k", "one  two \ufffd", Optional.of("T 1")));
    }

    private static Wording wording(String reason, String ticket) {
        return new Wording("5k", reason, Optional.of(ticket));
    }
}
