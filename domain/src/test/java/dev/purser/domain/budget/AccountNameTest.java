package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @ParameterizedTest
    @CsvSource({"emea, EMEA", "us, US", "asia1, Asia1", "north-america, North-America"})
    void isShownAsPeopleWriteIt(String value, String shown) {
        assertThat(new AccountName(value).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "A", "a b", "a/b", "ä", "a_b", "a\n"})
    void refusesWhatCouldNotStandInAnAddress(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName(value));
    }
}
