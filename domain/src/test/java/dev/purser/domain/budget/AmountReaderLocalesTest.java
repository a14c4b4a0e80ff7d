package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a locale writes is read back as the same amount, or asked about; never as another amount. */
class AmountReaderLocalesTest {

    private static final int AMOUNTS = 1_500;

    static final List<Locale> LOCALES = Stream.of(
                    "en-US", "en-GB", "en-IN", "de-DE", "de-CH", "de-AT", "fr-FR", "fr-CH", "es-ES", "it-IT", "nl-NL",
                    "pl-PL", "pt-BR", "pt-PT", "sv-SE", "cs-CZ", "ja-JP", "zh-TW", "hi-IN", "ar-EG", "fa-IR", "tr-TR")
            .map(Locale::forLanguageTag)
            .toList();

    private static final List<BillingCurrency> CURRENCIES = List.of(
            new BillingCurrency.Told(Currency.getInstance("JPY")),
            new BillingCurrency.Told(Currency.getInstance("EUR")),
            new BillingCurrency.Told(Currency.getInstance("KWD")),
            BillingCurrency.unknown());

    @ParameterizedTest
    @FieldSource("LOCALES")
    void readsWhatTheLocaleWritesOrAsks(Locale locale) {
        var random = new Random(locale.toLanguageTag().hashCode());
        for (var count = 0; count < AMOUNTS; count++) {
            var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            var amount = amount(random, currency.decimals());
            var typed = written(amount, locale, currency, random);
            var reader = new AmountReader(SpendingLimit.notSet(), currency, thousands(locale));
            switch (reader.read(typed)) {
                case TypedAmount.Understood(var limit) ->
                    assertThat(limit).as(typed).isEqualTo(SpendingLimit.of(amount));
                case TypedAmount.Ambiguous(var readings) ->
                    assertThat(readings)
                            .as(typed)
                            .hasSize(2)
                            .usingElementComparator(BigDecimal::compareTo)
                            .contains(amount);
                case TypedAmount other -> fail("%s (%s, %s) was read as %s", typed, locale, currency, other);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    void asksOnlyWhereOneSeparatorStandsBeforeThreeDigits(Locale locale) {
        var random = new Random(7);
        for (var count = 0; count < AMOUNTS; count++) {
            var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            var amount = amount(random, currency.decimals());
            var typed = written(amount, locale, currency, random);
            var reader = new AmountReader(SpendingLimit.notSet(), currency, thousands(locale));
            if (reader.read(typed) instanceof TypedAmount.Ambiguous) {
                assertThat(typed).matches("\\D?\\d{1,4}\\D\\d{3}|[\\u0660-\\u06f9]{1,4}[^0-9][\\u0660-\\u06f9]{3}");
            }
        }
    }

    /** Of every size up to fifteen digits, often round, with and without decimals. */
    private static BigDecimal amount(Random random, int decimals) {
        var digits = 1 + random.nextInt(12);
        var whole = new BigDecimal((long) (random.nextDouble() * Math.pow(10, digits)));
        var fraction = BigDecimal.valueOf(random.nextInt(1_000), 3);
        var parts = random.nextInt(3) == 0 ? BigDecimal.ZERO : fraction.setScale(decimals, RoundingMode.DOWN);
        return whole.add(parts);
    }

    private static String written(BigDecimal amount, Locale locale, BillingCurrency currency, Random random) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(currency.decimals());
        format.setMinimumFractionDigits(random.nextBoolean() ? currency.decimals() : 0);
        format.setGroupingUsed(random.nextInt(4) > 0);
        return format.format(amount);
    }

    private static char thousands(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
    }
}
