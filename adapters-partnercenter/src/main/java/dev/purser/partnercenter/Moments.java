package dev.purser.partnercenter;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments as Microsoft writes them: with any offset or none, which is UTC; with a fraction of up to nine digits or none;
 * with a blank in the place of the T now and then. The year 1, which is how .NET writes that there is none, and others that no
 * bill can have are no moments.
 */
final class Moments {

    private static final ValueRange YEARS = ValueRange.of(2000, 2999);
    private static final int DATE = "2026-11-20".length();

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Moments() {}

    /** Empty where none was told, and where it cannot be read. */
    static Optional<OffsetDateTime> in(@Nullable String told) {
        return Texts.in(told).flatMap(Moments::parsed).filter(moment -> YEARS.isValidValue(moment.getYear()));
    }

    private static Optional<OffsetDateTime> parsed(String text) {
        var form = text.length() > DATE && text.charAt(DATE) == ' '
                ? text.substring(0, DATE) + 'T' + text.substring(DATE + 1)
                : text;
        try {
            var moment = FORM.parseBest(form, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    moment instanceof OffsetDateTime exact ? exact : ((LocalDateTime) moment).atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
