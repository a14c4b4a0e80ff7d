package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "8000, EUR, 8000.00",
        "8E+3, EUR, 8000.00",
        "8000.10, EUR, 8000.10",
        "8000.000000, EUR, 8000.00",
        "12.34567890123456789012345, EUR, 12.34567890123456789012345",
        "5000.0, JPY, 5000",
        "5E+3, JPY, 5000",
        "1, KWD, 1.000",
        "0, EUR, 0.00",
        "0.000, JPY, 0",
        "-1.5, USD, -1.50",
        "1.5, XAU, 1.5"
    })
    void hasAtLeastTheDecimalsOfItsCurrencyAndIsNeverRounded(String amount, String currency, String written) {
        assertThat(money(amount, currency).amount().toPlainString()).isEqualTo(written);
    }

    @Test
    void isTheSameWhateverItsZeros() {
        assertThat(money("8000", "EUR")).isEqualTo(money("8000.000", "EUR")).isNotEqualTo(money("8000", "USD"));
    }

    @Test
    void isTakenFromMoneyOfTheSameCurrency() {
        assertThat(money("10", "EUR").minus(money("0.01", "EUR"))).isEqualTo(money("9.99", "EUR"));
    }

    @Test
    void isNeverMixed() {
        var euros = money("10", "EUR");
        var dollars = money("10", "USD");
        assertThatIllegalArgumentException().isThrownBy(() -> euros.minus(dollars));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
