package dev.purser.domain.usage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The billing period: its first and its last day, both included, as days of Microsoft's billing calendar. */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period that ends before it begins: " + first + " to " + last);
        }
    }

    /** Days still to come after that day; zero on the last one and later. */
    public long daysLeft(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(today, last));
    }
}
