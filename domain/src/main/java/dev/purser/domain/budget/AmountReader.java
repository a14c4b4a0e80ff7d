package dev.purser.domain.budget;

import dev.purser.domain.budget.SpendingLimit.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads an amount as people type it: {@code 5000}, {@code 5,000.00}, {@code 5.000,00}, {@code 5 000}, {@code 5k},
 * {@code 1.5m}, {@code 5萬}, {@code +10%}, {@code -500} (lowers by 500), with the code or the sign of the customer's currency
 * before or behind it.
 *
 * <p>A single separator in front of exactly three digits can stand for thousands or for decimals. It is thousands where
 * it is the reader's own thousands separator and the currency has no three decimals; everywhere else it is asked about,
 * unless what stands before it can be no group of thousands ({@code 0.500}, {@code 5000.000} to a reader of {@code 5,000}).
 *
 * @param now what the budget is; relative amounts start from it
 * @param currency limits the decimals
 * @param thousands the reader's thousands separator, as their language writes it
 */
public record AmountReader(SpendingLimit now, BillingCurrency currency, char thousands) {

    /** Microsoft keeps amounts as binary doubles, in which 15 significant decimal digits survive. */
    public static final int MOST_DIGITS = 15;

    private static final int LONGEST = 60;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern CODE = Pattern.compile("^([A-Z]{3})(?![A-Z])|(?<![A-Z])(?!TSD|MIO|MRD)([A-Z]{3})$");
    private static final Pattern SIGN = Pattern.compile("^[+-]?\\s*([A-Z]{0,3}\\p{Sc})|(\\p{Sc})$");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]");

    /** What stands behind a number and multiplies it, as people shorten it in English, German and Chinese. */
    private static final Map<String, Integer> ZEROS =
            Map.of("K", 3, "TSD", 3, "M", 6, "MIO", 6, "MRD", 9, "千", 3, "萬", 4, "万", 4, "億", 8);

    private static final Pattern FACTOR = Pattern.compile("(?<=[0-9 ])([^0-9 ,.]+)[.]?$");
    private static final String SPACES = "\u0020\u00a0\u2009\u202f\u3000";
    /** What turns the direction of a text, and comes along when an amount is copied from one. */
    private static final String DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069";

    private static final String APOSTROPHES = "'\u2019";
    private static final String POINTS = ".,";

    /** From the full-width exclamation mark to the tilde, in the order of ASCII: the keyboards of East Asia have them all. */
    private static final char FIRST_FULL_WIDTH = '\uff01';

    private static final char LAST_FULL_WIDTH = '\uff5e';

    public TypedAmount read(String typed) {
        var text = plain(typed);
        if (text.isEmpty()) {
            return new TypedAmount.Missing();
        }
        if (text.length() > LONGEST) {
            return new TypedAmount.Unreadable();
        }
        var code = CODE.matcher(text);
        if (code.find()) {
            var named = Optional.ofNullable(code.group(1)).orElseGet(() -> code.group(2));
            text = (text.substring(0, code.start()) + text.substring(code.end())).strip();
            var isTheirs = currency.known().map(Currency::getCurrencyCode).equals(Optional.of(named));
            if (!isTheirs && !text.isEmpty()) {
                return new TypedAmount.OtherCurrency(named);
            }
        }
        var sign = SIGN.matcher(text);
        if (sign.find()) {
            var group = sign.group(1) == null ? 2 : 1;
            if (!isTheirs(sign.group(group))) {
                return new TypedAmount.OtherCurrency(sign.group(group));
            }
            text = (text.substring(0, sign.start(group)) + text.substring(sign.end(group))).strip();
        }
        return readNumber(text);
    }

    /** The sign alone is every dollar's, pound's or yen's; with letters in front of it, only the one's they name. */
    private boolean isTheirs(String sign) {
        return currency.known()
                .filter(known -> {
                    var own = known.getSymbol(Locale.ENGLISH);
                    var alone = LETTERS.matcher(own).replaceAll("");
                    return sign.equals(own)
                            || sign.equals(alone)
                            || sign.equals(known.getCurrencyCode().substring(0, 2) + alone);
                })
                .isPresent();
    }

    private TypedAmount readNumber(String text) {
        var relative = text.startsWith("+") || text.startsWith("-");
        var sign = text.startsWith("-") ? -1 : 1;
        var number = relative ? text.substring(1).strip() : text;
        var percent = number.endsWith("%");
        if (percent) {
            number = number.substring(0, number.length() - 1).strip();
        }
        if (percent && !relative) {
            return new TypedAmount.Unreadable();
        }
        var zeros = 0;
        var factor = FACTOR.matcher(number);
        if (!percent && factor.find()) {
            zeros = ZEROS.getOrDefault(factor.group(1), 0);
            number = zeros == 0 ? number : number.substring(0, factor.start()).strip();
        }
        var decimals = percent ? 0 : currency.decimals();
        var readings = readings(number, decimals);
        if (readings.isEmpty()) {
            return new TypedAmount.Unreadable();
        }
        if (relative && !(now instanceof Limit)) {
            return new TypedAmount.NothingToStartFrom();
        }
        var results = new TreeSet<BigDecimal>();
        for (var reading : readings) {
            results.add(result(reading.scaleByPowerOfTen(zeros), relative, sign, percent));
        }
        return results.size() > 1 ? new TypedAmount.Ambiguous(List.copyOf(results)) : permitted(results.first());
    }

    private BigDecimal result(BigDecimal number, boolean relative, int sign, boolean percent) {
        if (!relative || !(now instanceof Limit(var amount))) {
            return number;
        }
        // A percentage rarely comes out even; the nearest payable amount is what the person means and sees.
        var step =
                percent ? amount.multiply(number).divide(HUNDRED, currency.decimals(), RoundingMode.HALF_UP) : number;
        return sign < 0 ? amount.subtract(step) : amount.add(step);
    }

    private TypedAmount permitted(BigDecimal result) {
        if (result.signum() < 0) {
            return new TypedAmount.BelowZero(result);
        }
        var limit = new Limit(result);
        if (limit.amount().scale() > currency.decimals()) {
            return new TypedAmount.TooManyDecimals(currency.decimals());
        }
        if (limit.amount().precision() > MOST_DIGITS) {
            return new TypedAmount.TooLarge();
        }
        return limit.equals(now) ? new TypedAmount.Unchanged() : new TypedAmount.Understood(limit);
    }

    /** All numbers that the text can mean; none where it is no number. */
    private List<BigDecimal> readings(String text, int decimals) {
        var points = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (POINTS.indexOf(sign) >= 0) {
                points.add(at);
            } else if (!isDigit(sign) && !isSpace(sign)) {
                return List.of();
            }
        }
        if (text.isEmpty() || !isDigit(text.charAt(text.length() - 1))) {
            return List.of();
        }
        if (points.isEmpty()) {
            return number(text, -1);
        }
        int last = points.getLast();
        var separator = text.charAt(last);
        var first = text.charAt(points.getFirst());
        if (points.size() > 1) {
            var allAlike = points.stream().allMatch(at -> text.charAt(at) == first);
            // In 1.234,567.89 no separator can be the one for decimals.
            var isMixed = text.lastIndexOf(separator, last - 1) >= 0;
            return allAlike ? number(text, -1) : isMixed ? List.of() : number(text, last);
        }
        var asThousands = number(text, -1);
        var asDecimals = number(text, last);
        var own = separator == plain(thousands);
        // To a reader of 5,000 it may be a slip: 5000,000 can be meant as five million.
        var slip = own && last > 3 && text.length() - last == 4 && !text.startsWith("0");
        if (text.indexOf(' ') >= 0 || (asThousands.isEmpty() && !slip)) {
            return asDecimals;
        }
        if (own && !slip && decimals < 3) {
            return asThousands;
        }
        var both = new ArrayList<>(asDecimals);
        both.add(new BigDecimal(text.substring(0, last) + text.substring(last + 1)));
        return both;
    }

    /** The number with its decimals behind the separator at that place, or without decimals (-1); none if ill-formed. */
    private static List<BigDecimal> number(String text, int decimalAt) {
        var whole = decimalAt < 0 ? text : text.substring(0, decimalAt);
        var fraction = decimalAt < 0 ? "" : text.substring(decimalAt + 1);
        if (whole.chars().filter(sign -> !isDigit((char) sign)).distinct().count() > 1) {
            return List.of();
        }
        var groups = whole.split("[" + Pattern.quote(POINTS + " ") + "]", -1);
        var digits = new StringBuilder();
        for (int group = 0; group < groups.length; group++) {
            var length = groups[group].length();
            // Groups of two are how India writes a lakh: 1,00,000.
            var shortest = group == 0 ? 1 : group == groups.length - 1 ? 3 : 2;
            if (groups.length > 1 && (length < shortest || length > 3)) {
                return List.of();
            }
            // Nobody writes five hundred as 0,500.
            if (groups.length > 1 && group == 0 && groups[0].startsWith("0")) {
                return List.of();
            }
            digits.append(groups[group]);
        }
        if (!fraction.chars().allMatch(sign -> isDigit((char) sign)) || digits.length() + fraction.length() == 0) {
            return List.of();
        }
        var written = (digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction);
        return List.of(new BigDecimal(written));
    }

    /** One kind of space, minus, apostrophe, digit and separator for the many that people's keyboards have. */
    private static String plain(String typed) {
        var plain = new StringBuilder();
        for (int at = 0; at < typed.length(); at++) {
            if (DIRECTIONS.indexOf(typed.charAt(at)) < 0) {
                plain.append(plain(typed.charAt(at)));
            }
        }
        return plain.toString().strip().toUpperCase(Locale.ROOT);
    }

    private static char plain(char sign) {
        if (isSpace(sign) || APOSTROPHES.indexOf(sign) >= 0) {
            return ' ';
        }
        if (Character.isDigit(sign)) {
            return (char) ('0' + Character.digit(sign, 10));
        }
        if (sign >= FIRST_FULL_WIDTH && sign <= LAST_FULL_WIDTH) {
            return plain((char) (sign - FIRST_FULL_WIDTH + '!'));
        }
        return switch (sign) {
            case '\u2212', '\u2013' -> '-';
            case '\uffe5' -> '\u00a5';
            case '\uffe1' -> '\u00a3';
            case '\u066a' -> '%';
            case '\u066b' -> '.';
            case '\u066c' -> ',';
            default -> sign;
        };
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isSpace(char sign) {
        return SPACES.indexOf(sign) >= 0 || sign == '\t';
    }
}
