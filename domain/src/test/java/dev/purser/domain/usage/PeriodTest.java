package dev.purser.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);

    @Test
    void countsTheDaysToCome() {
        var period = new Period(FIRST, LAST);

        assertThat(period.daysLeft(FIRST)).isEqualTo(27);
        assertThat(period.daysLeft(LAST)).isZero();
        assertThat(period.daysLeft(LAST.plusDays(3))).isZero();
    }

    @Test
    void neverEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(LAST, FIRST));
    }
}
