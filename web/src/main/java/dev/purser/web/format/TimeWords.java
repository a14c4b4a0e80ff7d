package dev.purser.web.format;

import dev.purser.domain.usage.Period;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes moments and days in the reader's language, in the zone that the foot of the page names. */
@TemplateExtension
public final class TimeWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = withFraction(3);
    private static final DateTimeFormatter MICROS = withFraction(6);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final Map<Pattern, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private TimeWords() {}

    /** For machines: {@code 2026-06-18T08:42:07.012Z}. */
    static String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** {@code 10:42:07} */
    static String clock(Instant at, @TemplateAttribute("displayTime") Object time) {
        return CLOCK.format(here(at, time));
    }

    /** {@code 10:42} */
    static String minute(Instant at, @TemplateAttribute("displayTime") Object time) {
        return MINUTE.format(here(at, time));
    }

    /** {@code 10:42:07.012}, in German {@code 10:42:07,012}: a second's fraction is a decimal one. */
    static String millis(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return fraction(MILLIS, at, time, locale);
    }

    /** {@code 10:42:07.012337}, as precise as entries are. */
    static String micros(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return fraction(MICROS, at, time, locale);
    }

    private static String fraction(DateTimeFormatter clock, Instant at, Object time, @Nullable Object locale) {
        return clock.withDecimalStyle(DecimalStyle.of(Languages.of(locale))).format(here(at, time));
    }

    private static DateTimeFormatter withFraction(int digits) {
        return new DateTimeFormatterBuilder()
                .append(CLOCK)
                .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true)
                .toFormatter(Locale.ROOT);
    }

    /** {@code 9 Jun 2026} */
    static String day(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return localized(here(at, time), "yMMMd", locale);
    }

    /** {@code 9 June 2026} */
    static String longDay(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return localized(here(at, time), "yMMMMd", locale);
    }

    /** {@code 9 Jun}, with the year where it is another one. */
    static String shortDay(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        var here = here(at, time);
        return localized(here, here.getYear() == read(time).today().getYear() ? "MMMd" : "yMMMd", locale);
    }

    /** {@code 9 June}, with the year where it is another one. */
    static String spokenDay(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return spokenDay(here(at, time).toLocalDate(), time, locale);
    }

    /** {@code 9 June}, with the year where it is another one. */
    static String spokenDay(
            LocalDate day,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return localized(day, day.getYear() == read(time).today().getYear() ? "MMMMd" : "yMMMMd", locale);
    }

    static boolean today(Instant at, @TemplateAttribute("displayTime") Object time) {
        return here(at, time).toLocalDate().equals(read(time).today());
    }

    static Age age(Instant at, @TemplateAttribute("displayTime") Object time) {
        return Age.of(Duration.between(at, read(time).now()));
    }

    /** The first day of a period, as short as its last day permits: {@code 1} in {@code 1 to 30 June}. */
    static String begins(
            Period period,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        var sameMonth = period.first().getMonth() == period.last().getMonth()
                && period.first().getYear() == period.last().getYear();
        return sameMonth
                ? dayAlone(Languages.of(locale))
                        .map(alone -> alone.format(period.first()))
                        .orElseGet(() -> spokenDay(period.first(), time, locale))
                : spokenDay(period.first(), time, locale);
    }

    /** The day as it stands in front of its month: {@code 9} in English, {@code 9.} in German; empty where the month is first. */
    private static synchronized Optional<DateTimeFormatter> dayAlone(Locale language) {
        var whole = DateTimeFormatterBuilder.getLocalizedDateTimePattern("MMMMd", IsoChronology.INSTANCE, language);
        return Optional.of(whole.split("[ML]", 2)[0].strip())
                .filter(day -> day.startsWith("d"))
                .map(day -> DateTimeFormatter.ofPattern(day, language));
    }

    static long daysLeft(Period period, @TemplateAttribute("displayTime") Object time) {
        return period.daysLeft(read(time).billingDay());
    }

    private record Pattern(String skeleton, Locale language) {}

    private static String localized(TemporalAccessor day, String skeleton, @Nullable Object locale) {
        var pattern = new Pattern(skeleton, Languages.of(locale));
        var known = PATTERNS.get(pattern);
        return (known == null ? prepared(pattern) : known).format(day);
    }

    /** One at a time, as above: the JDK prepares a language's patterns without a lock, and who comes second breaks. */
    private static synchronized DateTimeFormatter prepared(Pattern pattern) {
        return PATTERNS.computeIfAbsent(
                pattern,
                _ -> DateTimeFormatter.ofPattern(
                        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                pattern.skeleton, IsoChronology.INSTANCE, pattern.language),
                        pattern.language));
    }

    private static ZonedDateTime here(Instant at, Object time) {
        return read(time).here(at);
    }

    private static DisplayTime read(Object attribute) {
        return (DisplayTime) attribute;
    }
}
