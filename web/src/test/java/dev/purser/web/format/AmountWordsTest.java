package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountWordsTest {

    /** German has a space before the sign of percent, at which no line breaks. */
    @ParameterizedTest
    @CsvSource({
        "4000, 4500, en, +12.5%",
        "4000, 4500, de, '+12,5\u00a0%'",
        "4000, 4002, en, +0.1%",
        "4000, 4001, en, +<0.1%",
        "4000, 4001, de, '+<0,1\u00a0%'",
        "4000, 4001, zh-Hant, +<0.1%",
        "4000, 3999, en, \u2212<0.1%",
        "100000000, 99999999.99, de, '\u2212<0,1\u00a0%'",
        "4000, 4000, en, 0.0%"
    })
    void neverSaysThatABudgetMovedByNothingWhenItMoved(String before, String after, String language, String said) {
        var percent = new BudgetMove(SpendingLimit.of(before), SpendingLimit.of(after))
                .percent()
                .orElseThrow();

        assertThat(AmountWords.signedPercent(percent, Locale.forLanguageTag(language)))
                .isEqualTo(said);
    }

    /** A credit, or a count that Microsoft corrected downwards, is not to be read as spend. */
    @ParameterizedTest
    @CsvSource({"1234.5, en, '1,234.50'", "-1234.5, en, '\u22121,234.50'", "-0.01, de, '\u22120,01'", "0, en, 0.00"})
    void keepsTheSignOfAnAmountInATable(String value, String language, String said) {
        var amount = Amount.rounded(new Money(new BigDecimal(value), Currency.getInstance("EUR")));

        assertThat(AmountWords.number(amount, Locale.forLanguageTag(language))).isEqualTo(said);
    }
}
