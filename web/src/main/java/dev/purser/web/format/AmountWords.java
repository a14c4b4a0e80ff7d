package dev.purser.web.format;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes numbers and amounts in the reader's language. */
@TemplateExtension
public final class AmountWords {

    private static final String MINUS = "\u2212";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.1");
    private static final Map<Written, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    private AmountWords() {}

    /** {@code 4,000.00} or {@code −12.50} */
    static String number(Amount amount, @TemplateAttribute("locale") @Nullable Object locale) {
        return number(amount, Languages.of(locale));
    }

    /** {@code +500.00} or {@code −500.00} */
    static String signed(Amount amount, @TemplateAttribute("locale") @Nullable Object locale) {
        return sign(amount.value()) + unsigned(amount, Languages.of(locale));
    }

    /** {@code 4,000.00 EUR}, for where there can be no markup. */
    static String text(Amount amount, @TemplateAttribute("locale") @Nullable Object locale) {
        return withCurrency(amount, Languages.of(locale));
    }

    /** {@code +500.00 EUR}, for where there can be no markup. */
    static String signedText(Amount amount, @TemplateAttribute("locale") @Nullable Object locale) {
        var plus = amount.value().signum() > 0 ? "+" : "";
        return plus + withCurrency(amount, Languages.of(locale));
    }

    /** {@code 4,000.00 EUR} */
    public static String withCurrency(Amount amount, Locale language) {
        var number = number(amount, language);
        return amount.currency()
                .map(known -> number + " " + known.getCurrencyCode())
                .orElseGet(() -> number + " " + words(language).currencyNotKnown());
    }

    static Amount shown(Money money) {
        return Amount.rounded(money);
    }

    /** Whether there is a budget at all. */
    static boolean set(SpendingLimit limit) {
        return limit instanceof SpendingLimit.Limit;
    }

    /** The amount of a limit that is set. */
    static Amount in(SpendingLimit limit, BillingCurrency currency) {
        return Amount.of(limit, currency).orElseThrow();
    }

    /** {@code 4,000.00 EUR} or {@code not set}, for where there can be no markup. */
    static String text(
            SpendingLimit limit, BillingCurrency currency, @TemplateAttribute("locale") @Nullable Object locale) {
        return withCurrency(limit, currency, Languages.of(locale));
    }

    /** {@code 4,000.00 EUR} or {@code not set} */
    public static String withCurrency(SpendingLimit limit, BillingCurrency currency, Locale language) {
        return Amount.of(limit, currency)
                .map(amount -> withCurrency(amount, language))
                .orElseGet(() -> words(language).notSet());
    }

    /** {@code +1,042.9%}, or {@code +<0.1%} for what is not nothing and would read so */
    static String signedPercent(BigDecimal percent, @TemplateAttribute("locale") @Nullable Object locale) {
        return sign(percent) + exactPercent(percent.abs(), Languages.of(locale));
    }

    /**
     * {@code 25.0%}, or {@code <0.1%}
     *
     * @param percent not below zero
     */
    public static String exactPercent(BigDecimal percent, Locale language) {
        var rounded = percent.setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == percent.signum()
                ? percent(rounded, 1, language)
                : "<" + percent(LEAST_SHOWN, 1, language);
    }

    /** {@code 62%}; only what is exactly the whole reads {@code 100%}. */
    static String wholePercent(BigDecimal percent, @TemplateAttribute("locale") @Nullable Object locale) {
        var whole = percent.setScale(0, RoundingMode.HALF_UP);
        var rounds = percent.compareTo(HUNDRED) != 0 && whole.compareTo(HUNDRED) == 0;
        var honest = rounds ? whole.add(BigDecimal.valueOf(percent.compareTo(HUNDRED))) : whole;
        return percent(honest, 0, Languages.of(locale));
    }

    /** {@code 48,957} */
    static String figure(Number count, @TemplateAttribute("locale") @Nullable Object locale) {
        return NumberFormat.getIntegerInstance(Languages.of(locale)).format(count);
    }

    private static String number(Amount amount, Locale language) {
        return (amount.value().signum() < 0 ? MINUS : "") + unsigned(amount, language);
    }

    private static String unsigned(Amount amount, Locale language) {
        return written(Style.NUMBER, language, amount.decimals(), amount.value().abs());
    }

    private static String percent(BigDecimal percent, int decimals, Locale language) {
        return written(Style.PERCENT, language, decimals, percent.movePointLeft(2));
    }

    private enum Style {
        NUMBER,
        PERCENT
    }

    private record Written(Style style, Locale language, int decimals) {

        NumberFormat format() {
            var format = switch (style) {
                case NUMBER -> NumberFormat.getNumberInstance(language);
                case PERCENT -> NumberFormat.getPercentInstance(language);
            };
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            return format;
        }
    }

    /** By a copy of its own: the JDK's formats serve one at a time, and making one anew means to read its pattern anew. */
    private static String written(Style style, Locale language, int decimals, BigDecimal number) {
        var format = FORMATS.computeIfAbsent(new Written(style, language, decimals), Written::format);
        return ((NumberFormat) format.clone()).format(number);
    }

    private static String sign(BigDecimal number) {
        return switch (number.signum()) {
            case -1 -> MINUS;
            case 0 -> "";
            default -> "+";
        };
    }

    private static Words words(Locale language) {
        return Languages.words(Words.class, language);
    }
}
