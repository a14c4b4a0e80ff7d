package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.usage.UsedShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static String money(String value, Currency currency, Locale language) {
        return Elements.html(Amount.exact(new BigDecimal(value), Optional.of(currency)), language)
                .toString();
    }

    /** Programs read the value, which has neither signs of a language nor a rounding. */
    @Test
    void writesAmountsForPeopleAndForPrograms() {
        assertThat(money("1234.5", EUR, Locale.GERMAN))
                .isEqualTo("<data class=\"money\" value=\"1234.50 EUR\"><span class=\"money__amount\">1.234,50</span>"
                        + " <span class=\"money__code\">EUR</span></data>");
    }

    /** The column aligns at the decimal sign, for which it has to know who has how many behind it. */
    @ParameterizedTest
    @CsvSource({"4000, JPY, 0", "4000.125, EUR, 3", "4000, KWD, 3"})
    void tellsOfUnusualDecimals(String value, String currency, int decimals) {
        assertThat(money(value, Currency.getInstance(currency), Locale.UK))
                .contains(" data-decimals=\"" + decimals + "\">");
        assertThat(money("4000", EUR, Locale.UK)).doesNotContain("data-decimals");
    }

    @Test
    void writesByHowMuchABudgetMoved() {
        var delta = Delta.of(
                        new BudgetMove(SpendingLimit.of("4000"), SpendingLimit.of("3500")),
                        new BillingCurrency.Told(EUR))
                .orElseThrow();

        assertThat(Elements.html(delta, Locale.UK).toString())
                .startsWith("<data class=\"money\" value=\"-500.00 EUR\"><span class=\"money__amount\">−500.00</span>")
                .endsWith("<span class=\"sub\">−12.5%</span>");
    }

    /** The sign for less than is markup as well. */
    @Test
    void writesThatABudgetMovedByNextToNothing() {
        var delta = Delta.of(
                        new BudgetMove(SpendingLimit.of("4000"), SpendingLimit.of("4001")),
                        new BillingCurrency.Told(EUR))
                .orElseThrow();

        assertThat(Elements.html(delta, Locale.UK).toString()).endsWith("<span class=\"sub\">+&lt;0.1%</span>");
    }

    @Test
    void drawsHowMuchIsUsed() {
        var near = UsedBar.of(Optional.of(new UsedShare.Percent(new BigDecimal("90"))));
        var far = UsedBar.of(Optional.of(new UsedShare.Percent(new BigDecimal("900"))));

        assertThat(Elements.html(near, Locale.UK).toString())
                .startsWith(
                        "<span class=\"used used--near\"><span class=\"used__percent\">90%</span><svg class=\"bar bar--near\"")
                .contains("class=\"bar__fill\" x=\"0\" y=\"2\" width=\"72.0\"")
                .doesNotContain("bar__break");
        assertThat(Elements.wide(far).toString())
                .startsWith("<svg class=\"bar bar--over bar--wide\"")
                .contains("bar__break");
        assertThat(Elements.html(UsedBar.of(Optional.empty()), Locale.UK).toString())
                .contains("–", "bar__none")
                .doesNotContain("bar__fill");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-18T08:42:07.012Z, en, 10:42",
        "2026-06-17T22:00:00Z, en, 00:00",
        "2026-06-17T21:59:59.999Z, en, 17 Jun",
        "2025-12-31T22:59:59Z, de, 31. Dez. 2025"
    })
    void writesTimesOfTodayByTheClock(Instant at, String language, String shown) {
        var now = InstantSource.fixed(Instant.parse("2026-06-18T09:00:00Z"));
        var time = new DisplayTime(ZoneId.of("Europe/Berlin"), now);

        assertThat(Elements.briefly(at, time, Locale.forLanguageTag(language)).toString())
                .startsWith("<time datetime=\"" + TimeWords.utc(at) + "\">")
                .endsWith(">" + shown + "</time>");
    }
}
