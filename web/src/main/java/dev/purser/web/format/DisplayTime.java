package dev.purser.web.format;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The time as pages show it.
 *
 * @param zone in which all times are shown; the foot of each page names it
 * @param clock what ages are measured against
 */
public record DisplayTime(ZoneId zone, InstantSource clock) {

    public Instant now() {
        return clock.instant();
    }

    public ZonedDateTime here(Instant at) {
        return at.atZone(zone);
    }

    public LocalDate today() {
        return here(now()).toLocalDate();
    }

    /** Today in UTC, in which Microsoft counts the days of a billing period. */
    public LocalDate billingDay() {
        return now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether the zone is always as far from UTC as now, so that its name says no more than that. */
    public boolean fixed() {
        return zone.getRules().isFixedOffset();
    }

    /** How far the zone is from UTC at the moment: {@code UTC+2}, {@code UTC+5:30}, {@code UTC}. */
    public String offset() {
        var offset = zone.getRules().getOffset(now());
        var minutes = Math.abs(offset.getTotalSeconds()) / 60;
        if (minutes == 0) {
            return "UTC";
        }
        var sign = offset.getTotalSeconds() < 0 ? "\u2212" : "+";
        var rest = minutes % 60;
        return "UTC" + sign + minutes / 60 + (rest == 0 ? "" : ":%02d".formatted(rest));
    }
}
