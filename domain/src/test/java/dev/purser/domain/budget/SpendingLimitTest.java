package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpendingLimitTest {

    @Test
    void isTheSameWhateverItsZeros() {
        assertThat(Stream.of("300", "300.0", "300.000000", "3E+2", "+300", "0300")
                        .map(SpendingLimit::of)
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(SpendingLimit.of("300")));
        assertThat(SpendingLimit.of("0.000")).isEqualTo(SpendingLimit.of("-0"));
    }

    @Test
    void isAnotherByTheSmallestFraction() {
        assertThat(SpendingLimit.of("300.0000001")).isNotEqualTo(SpendingLimit.of("300"));
    }

    @Test
    void isSetToZeroOrNotSet() {
        assertThat(SpendingLimit.of("0")).isNotEqualTo(SpendingLimit.notSet());
    }

    @Test
    void isWrittenPlainly() {
        assertThat(SpendingLimit.of("1E+6")).hasToString("1000000");
        assertThat(SpendingLimit.of("1E-7")).hasToString("0.0000001");
        assertThat(SpendingLimit.of("0E+5")).hasToString("0");
        assertThat(SpendingLimit.notSet()).hasToString("not set");
    }

    @Test
    void refusesABudgetBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> SpendingLimit.of("-0.01"));
    }
}
