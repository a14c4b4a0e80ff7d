package dev.purser.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Billing periods and ages of figures, as they are at one moment. */
record UsageCalendar(Instant now) {

    /** @param end for a plan the first day after, for legacy the last day */
    record Period(OffsetDateTime start, OffsetDateTime end) {}

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final int LEGACY_DAY = 28;
    private static final Duration LEAST_AGE = Duration.ofHours(20);
    private static final Duration BETWEEN_RUNS = Duration.ofHours(8);
    private static final LocalTime FIRST_RUN = LocalTime.of(1, 6, 41, 826_666_700);
    private static final DateTimeFormatter WIRE = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendPattern("xxx")
            .toFormatter();

    static String wire(OffsetDateTime time) {
        return WIRE.format(time);
    }

    Period period(AzureOffer offer) {
        return switch (offer) {
            case AZURE_PLAN -> {
                LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
                yield new Period(midnight(first, ZoneOffset.UTC), midnight(first.plusMonths(1), ZoneOffset.UTC));
            }
            case LEGACY -> {
                LocalDate today = LocalDate.ofInstant(now, PACIFIC);
                LocalDate start = today.getDayOfMonth() >= LEGACY_DAY
                        ? today.withDayOfMonth(LEGACY_DAY)
                        : today.minusMonths(1).withDayOfMonth(LEGACY_DAY);
                LocalDate end = start.plusMonths(1).withDayOfMonth(LEGACY_DAY - 1);
                yield new Period(midnight(start, PACIFIC), midnight(end, PACIFIC));
            }
        };
    }

    /** When the figures were last worked out: every eight hours, at least 20 hours ago. */
    OffsetDateTime figuresAsOf(int daysLate) {
        OffsetDateTime latest = now.minus(LEAST_AGE).atOffset(ZoneOffset.UTC);
        OffsetDateTime run = latest.toLocalDate().atTime(FIRST_RUN).atOffset(ZoneOffset.UTC);
        if (run.isAfter(latest)) {
            run = run.minusDays(1);
        }
        while (!run.plus(BETWEEN_RUNS).isAfter(latest)) {
            run = run.plus(BETWEEN_RUNS);
        }
        return run.minusDays(daysLate);
    }

    private static OffsetDateTime midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
