package dev.purser.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsedShareTest {

    @ParameterizedTest
    @CsvSource({"50, 100, 50.00", "1, 3, 33.33", "2, 3, 66.67", "250, 100, 250.00", "0, 5, 0.00", "-5, 100, -5.00"})
    void isAPercentageToTwoDecimals(String spend, String budget, BigDecimal percent) {
        assertThat(UsedShare.of(new BigDecimal(spend), SpendingLimit.of(budget)))
                .isEqualTo(new UsedShare.Percent(percent));
    }

    @ParameterizedTest
    @CsvSource({"300, 300, 100.00", "300.003, 300, 100.01", "299.997, 300, 99.99", "300.06, 300, 100.02"})
    void isAHundredPercentOnlyOfTheWhole(String spend, String budget, BigDecimal percent) {
        assertThat(UsedShare.of(new BigDecimal(spend), SpendingLimit.of(budget)))
                .isEqualTo(new UsedShare.Percent(percent));
    }

    @Test
    void isOverZeroWhereAnythingWasSpentOfNothing() {
        assertThat(UsedShare.of(new BigDecimal("0.01"), SpendingLimit.of("0"))).isEqualTo(new UsedShare.OverZero());
        assertThat(UsedShare.of(BigDecimal.ZERO, SpendingLimit.of("0")))
                .isEqualTo(new UsedShare.Percent(new BigDecimal("0.00")));
    }

    @Test
    void isNoShareWithoutABudget() {
        assertThat(UsedShare.of(new BigDecimal("10"), SpendingLimit.notSet())).isEqualTo(new UsedShare.NoBudget());
    }
}
