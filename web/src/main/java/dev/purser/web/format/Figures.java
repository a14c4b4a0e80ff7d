package dev.purser.web.format;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit.Limit;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Amounts, percentages and times as they stand inside a {@link Sentence}.
 *
 * @param words of that language
 * @param day the day that the sentences are about; times of other days are written with their date
 */
public record Figures(DisplayTime time, Locale language, Words words, LocalDate day) {

    /** The figures of a page about something that happened then. */
    public static Figures about(DisplayTime time, Locale language, Instant then) {
        return new Figures(
                time,
                language,
                Languages.words(Words.class, language),
                time.here(then).toLocalDate());
    }

    /** {@code 4,000.00 EUR} */
    public String amount(Limit limit, BillingCurrency currency) {
        return amount(limit.amount(), currency);
    }

    /** {@code 4,000.00 EUR} */
    public String amount(BigDecimal amount, BillingCurrency currency) {
        return AmountWords.withCurrency(Amount.exact(amount, currency.known()), language);
    }

    /** {@code +25.0%} */
    public String signedPercent(BigDecimal percent) {
        return AmountWords.signedPercent(percent, language);
    }

    /** {@code 62%} */
    public String wholePercent(BigDecimal percent) {
        return AmountWords.wholePercent(percent, language);
    }

    /** {@code 48,957} */
    public String count(long number) {
        return AmountWords.figure(number, language);
    }

    /** {@code 1.9} */
    public String seconds(Duration duration) {
        return oneDecimal(BigDecimal.valueOf(duration.toMillis(), 3));
    }

    /** {@code 0.4} */
    public String milliseconds(Duration duration) {
        return oneDecimal(BigDecimal.valueOf(duration.toNanos(), 6));
    }

    /** A time as a part of a sentence: {@code 10:42:07}, or {@code 9 June 2026, 10:42:07} where it is another day's. */
    public String moment(Instant at) {
        return Sentence.time(at, shown(at, TimeWords.clock(at, time)));
    }

    /** {@code 10:42:07.012}, with its date where it is another day's. */
    public String exactly(Instant at) {
        return shown(at, TimeWords.millis(at, time, language));
    }

    /** {@code 10:42:07.012337}, as entries have it */
    public String microseconds(Instant at) {
        return TimeWords.micros(at, time, language);
    }

    /** {@code 10:42:07} */
    public String clock(Instant at) {
        return TimeWords.clock(at, time);
    }

    /** {@code 9 June 2026} */
    public String date(Instant at) {
        return TimeWords.longDay(at, time, language);
    }

    /** {@code 9 June}, with the year where it is another one. */
    public String day(LocalDate day) {
        return TimeWords.spokenDay(day, time, language);
    }

    /** How far the zone was from UTC then: {@code UTC+2}. */
    public String offset(Instant at) {
        return new DisplayTime(time.zone(), InstantSource.fixed(at)).offset();
    }

    private String oneDecimal(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private String shown(Instant at, String clock) {
        return time.here(at).toLocalDate().equals(day) ? clock : words.dayAndClock(date(at), clock);
    }
}
