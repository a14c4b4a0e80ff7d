package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReaderTest {

    private static final BillingCurrency EURO = told("EUR");
    private static final SpendingLimit NOW = SpendingLimit.of("4000");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000           | 5000",
                "5000.00        | 5000",
                "5000,00        | 5000",
                "5,000          | 5000",
                "5,000.00       | 5000",
                "5.000,00       | 5000",
                "5 000          | 5000",
                "5 000,50       | 5000.50",
                "5'000.50       | 5000.50",
                "5’000,50       | 5000.50",
                "1,234,567      | 1234567",
                "1.234.567      | 1234567",
                "1.234.567,89   | 1234567.89",
                "1,234,567.89   | 1234567.89",
                "1,00,000       | 100000",
                "12,34,567.80   | 1234567.80",
                "12 34 567      | 1234567",
                ".5             | 0.5",
                ",5             | 0.5",
                "0              | 0",
                "0.00           | 0",
                "007            | 7",
                "1.5            | 1.5",
                "1,5            | 1.5",
                "12.34          | 12.34",
                "'  5000  '     | 5000",
                "５，０００．５０     | 5000.50",
                "５．０００，５０     | 5000.50",
                "５ｋ            | 5000",
                "ＥＵＲ５０００     | 5000",
                "＋５００          | 4500",
                "－１０％          | 3600"
            })
    void readsAnAmountInAnyUsualWayOfWriting(String typed, String amount) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "5k, 5000",
        "5K, 5000",
        "5 k, 5000",
        "1.5k, 1500",
        "'1,5k', 1500",
        "2m, 2000000",
        "1.25M, 1250000",
        "'1,500k', 1500000",
        "0.5k, 500",
        "5 Tsd., 5000",
        "5 Tsd. EUR, 5000",
        "'1,5 Mio.', 1500000",
        "2 mio, 2000000",
        "0.001 Mrd, 1000000",
        "5千, 5000",
        "5萬, 50000",
        "1.5萬, 15000",
        "５萬, 50000",
        "3 万, 30000",
        "0.01億, 1000000"
    })
    void readsThousandsAndMillionsByTheirLetters(String typed, String amount) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "+500, 4500",
        "-500, 3500",
        "+ 500, 4500",
        "'+1,000', 5000",
        "+0.01, 4000.01",
        "-4000, 0",
        "+1k, 5000",
        "-1.5k, 2500",
        "+10%, 4400",
        "+10 %, 4400",
        "-25%, 3000",
        "'+12,5%', 4500",
        "+12.5%, 4500",
        "+100%, 8000",
        "-100%, 0"
    })
    void startsRelativeAmountsFromTheBudgetNow(String typed, String amount) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood(amount));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 33.33, +10%, 36.66", "JPY, 333, +10%, 366", "KWD, 1.005, +10%, 1.106", "EUR, 0.05, +10%, 0.06"})
    void roundsAPercentageToTheNearestPayableAmount(String currency, String now, String typed, String amount) {
        assertThat(reader(SpendingLimit.of(now), told(currency), ',').read(typed))
                .isEqualTo(understood(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2212500", "\u2013500", "-500", "\u2212 500", "\u2212500\u00a0EUR"})
    void knowsEveryMinus(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood("3500"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\u00a0234\u00a0567,5",
                "1\u202f234\u202f567,5",
                "1\u2009234\u2009567.5",
                "1\u3000234\u3000567.5",
                "1\t234\t567.5",
                "\u00a01234567.5\u00a0"
            })
    void knowsEverySpace(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood("1234567.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"١٢٣٤٥٦٧٫٥", "١٬٢٣٤٬٥٦٧٫٥", "۱۲۳۴۵۶۷٫۵", "１２３４５６７.５", "१२,३४,५६७.५", "๑,๒๓๔,๕๖๗.๕"})
    void knowsEveryDigit(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood("1234567.5"));
    }

    @Test
    void takesAnArabicReadersOwnSeparatorForThousands() {
        assertThat(reader(NOW, EURO, '\u066c').read("١٬٢٣٤")).isEqualTo(understood("1234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR 5000", "5000 EUR", "EUR5000", "5000EUR", "eur 5000", "5k Eur", "EUR\u00a05,000.00"})
    void acceptsTheCustomersCurrencyBeforeAndBehind(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood("5000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€5000       | EUR",
                "5.000,00 €  | EUR",
                "5k€         | EUR",
                "$5,000      | USD",
                "US$5,000    | USD",
                "NT$5,000    | TWD",
                "$5,000      | TWD",
                "A$ 5000     | AUD",
                "£5000       | GBP",
                "￥5,000     | JPY",
                "＄５，０００ | USD",
                "5,000 ₩     | KRW",
                "R$ 5.000,00 | BRL"
            })
    void acceptsTheSignOfTheCustomersCurrency(String typed, String currency) {
        assertThat(english(told(currency)).read(typed)).isEqualTo(understood("5000"));
    }

    @ParameterizedTest
    @CsvSource({"$5000, $", "5000 £, £", "-$500, $", "NT$5000, NT$", "¥5萬, ¥"})
    void refusesTheSignOfAnotherCurrency(String typed, String sign) {
        assertThat(english(EURO).read(typed)).isEqualTo(new TypedAmount.OtherCurrency(sign));
    }

    @Test
    void refusesEverySignWhileTheCurrencyIsUnknown() {
        assertThat(english(BillingCurrency.unknown()).read("€5000")).isEqualTo(new TypedAmount.OtherCurrency("€"));
        assertThat(english(told("AUD")).read("NT$5000")).isEqualTo(new TypedAmount.OtherCurrency("NT$"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200e5000", "5000\u200f", "\u206850\u206900", "\u061c٥٠٠٠", "+25٪"})
    void overlooksWhatTurnsTheDirectionOfAText(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(understood("5000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"萬", "5萬5千", "5百", "5 lakh", "5kk", "k5", "5.", "5.k", "5 Tsd Mio", "€", "€€5", "$", "+萬"})
    void takesNothingHalfUnderstood(String typed) {
        assertThat(english(EURO).read(typed))
                .isInstanceOfAny(TypedAmount.Unreadable.class, TypedAmount.OtherCurrency.class);
    }

    @Test
    void acceptsTheCurrencyOfARelativeAmount() {
        assertThat(english(EURO).read("-500 EUR")).isEqualTo(understood("3500"));
    }

    @ParameterizedTest
    @CsvSource({"USD 5000, USD", "5000 usd, USD", "5000GBP, GBP", "XXX 1, XXX"})
    void refusesAnotherCurrency(String typed, String code) {
        assertThat(english(EURO).read(typed)).isEqualTo(new TypedAmount.OtherCurrency(code));
    }

    @Test
    void refusesEveryCurrencyWhileTheCustomersIsUnknown() {
        assertThat(english(BillingCurrency.unknown()).read("5000 EUR")).isEqualTo(new TypedAmount.OtherCurrency("EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234    | EUR | ,  | 1.234    | 1234",
                "1,234    | EUR | .  | 1.234    | 1234",
                "1,234    | KWD | ,  | 1.234    | 1234",
                "1.234    | KWD | ,  | 1.234    | 1234",
                "1.234    | JPY | ,  | 1.234    | 1234",
                "12.345   | EUR | ,  | 12.345   | 12345",
                "5000,000 | EUR | ,  | 5000     | 5000000",
                "1.234k   | EUR | ,  | 1234     | 1234000",
                "+1.234   | EUR | ,  | 4001.234 | 5234"
            })
    void asksWhereItCanMeanTwoAmounts(String typed, String currency, char thousands, String low, String high) {
        assertThat(reader(NOW, told(currency), thousands).read(typed))
                .isInstanceOfSatisfying(
                        TypedAmount.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.readings())
                                .usingElementComparator(BigDecimal::compareTo)
                                .containsExactly(new BigDecimal(low), new BigDecimal(high)));
    }

    @Test
    void asksWhereTheCurrencyIsUnknownToo() {
        assertThat(english(BillingCurrency.unknown()).read("1,234")).isInstanceOf(TypedAmount.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234    | EUR | , | 1234",
                "1.234    | EUR | . | 1234",
                "1.234    | JPY | . | 1234",
                "5000.000 | EUR | , | 5000",
                "0.500    | EUR | . | 0.5",
                "0,500    | EUR | , | 0.5",
                "0.500    | KWD | , | 0.5"
            })
    void doesNotAskWhereOneReadingMakesSense(String typed, String currency, char thousands, String amount) {
        assertThat(reader(NOW, told(currency), thousands).read(typed)).isEqualTo(understood(amount));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 5000.5, 0", "JPY, 0.5, 0", "EUR, 1.2345, 2", "EUR, +0.1234, 2", "KWD, 1.2345, 3", "XAU, 1.5, 0"})
    void refusesMoreDecimalsThanTheCurrencyHas(String currency, String typed, int permitted) {
        assertThat(reader(NOW, told(currency), ',').read(typed)).isEqualTo(new TypedAmount.TooManyDecimals(permitted));
    }

    @Test
    void permitsThreeDecimalsWhileTheCurrencyIsUnknown() {
        var reader = english(BillingCurrency.unknown());
        assertThat(reader.read("1234.567")).isEqualTo(understood("1234.567"));
        assertThat(reader.read("1234.5678")).isEqualTo(new TypedAmount.TooManyDecimals(3));
    }

    @Test
    void doesNotCountZerosAsDecimals() {
        assertThat(reader(NOW, told("JPY"), ',').read("5000.00")).isEqualTo(understood("5000"));
        assertThat(english(EURO).read("5000.1000")).isEqualTo(understood("5000.1"));
    }

    @Test
    void keepsFifteenSignificantDigitsAndRefusesMore() {
        assertThat(english(EURO).read("9999999999999.99")).isEqualTo(understood("9999999999999.99"));
        assertThat(english(EURO).read("99999999999999.99")).isEqualTo(new TypedAmount.TooLarge());
        assertThat(english(EURO).read("1234567890123456")).isEqualTo(new TypedAmount.TooLarge());
        assertThat(english(EURO).read("9".repeat(60))).isEqualTo(new TypedAmount.TooLarge());
        assertThat(english(EURO).read("9".repeat(58) + "m")).isEqualTo(new TypedAmount.TooLarge());
    }

    @Test
    void refusesABudgetBelowZero() {
        assertThat(english(EURO).read("-4000.01")).isEqualTo(new TypedAmount.BelowZero(new BigDecimal("-0.01")));
        assertThat(english(EURO).read("-101%")).isEqualTo(new TypedAmount.BelowZero(new BigDecimal("-40.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000", "4,000.00", "4k", "+0", "-0", "+0%", "+0.00001%"})
    void refusesAnUnchangedBudget(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(new TypedAmount.Unchanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10%", "-500", "+500", "-1,5k"})
    void hasNothingToStartFromWithoutABudget(String typed) {
        assertThat(reader(SpendingLimit.notSet(), EURO, ',').read(typed))
                .isEqualTo(new TypedAmount.NothingToStartFrom());
    }

    @Test
    void tellsABudgetOfZeroFromNone() {
        assertThat(reader(SpendingLimit.notSet(), EURO, ',').read("0")).isEqualTo(understood("0"));
        assertThat(reader(SpendingLimit.of("0"), EURO, ',').read("0")).isEqualTo(new TypedAmount.Unchanged());
        assertThat(reader(SpendingLimit.of("0"), EURO, ',').read("+500")).isEqualTo(understood("500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0", "\u3000 \u202f", "'"})
    void seesThatNothingWasTyped(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(new TypedAmount.Missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "five",
                "EUR",
                "5kk",
                "5km",
                "k",
                "+",
                "-",
                "%",
                "+%",
                "10%",
                "--5",
                "+-5",
                "5-",
                "5+5",
                "5e3",
                "0x10",
                "1/2",
                "½",
                "5²",
                "(500)",
                "5.",
                "5,",
                ".",
                ",",
                "5..0",
                "5,,000",
                "1,2,3",
                "1,23,4",
                "5 00",
                "5  000",
                "1234 567",
                "0,123,456",
                "1.234,567.89",
                "1,234.567,89",
                "1 234.567,89",
                "5.000 000",
                "EUR 5000 EUR",
                "5000 EU R",
                "EURO 5000",
                "5000\n6000",
                "5\u00005",
                "\u202e5000",
                "5\u200b000",
                "<script>",
                "' or 1=1 --",
                "NaN",
                "Infinity",
                "𝟓𝟎",
                "\ud835",
                "5\udfd3"
            })
    void readsNothingIntoGarbage(String typed) {
        assertThat(english(EURO).read(typed)).isEqualTo(new TypedAmount.Unreadable());
    }

    @Test
    void givesUpOnALongTextAtOnce() {
        assertThat(english(EURO).read("1".repeat(61))).isEqualTo(new TypedAmount.Unreadable());
        assertThat(english(EURO).read("1,".repeat(500_000))).isEqualTo(new TypedAmount.Unreadable());
        assertThat(english(EURO).read(" ".repeat(1_000_000) + "5")).isEqualTo(understood("5"));
    }

    @Test
    void writesTheUnderstoodAmountWithoutExponent() {
        var texts = Stream.of("5000000", "5m", "0.10", "100")
                .map(typed -> english(EURO).read(typed))
                .map(read -> read instanceof TypedAmount.Understood(var limit) ? limit.toString() : "");
        assertThat(texts).containsExactly("5000000", "5000000", "0.1", "100");
    }

    private static AmountReader english(BillingCurrency currency) {
        return reader(NOW, currency, ',');
    }

    private static AmountReader reader(SpendingLimit now, BillingCurrency currency, char thousands) {
        return new AmountReader(now, currency, thousands);
    }

    private static BillingCurrency told(String code) {
        return new BillingCurrency.Told(Currency.getInstance(code));
    }

    private static TypedAmount understood(String amount) {
        return new TypedAmount.Understood(SpendingLimit.of(amount));
    }
}
