package dev.purser.domain.usage;

import dev.purser.domain.budget.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Spend so far in the current period.
 *
 * @param spend Microsoft's estimate, exact as read (it carries up to 23 digits), before tax
 * @param usd the same in US dollars; Azure plan only
 * @param period the billing period. An Azure plan is billed by calendar months in UTC, whether the resource tells it or not;
 *     empty for a legacy customer where it does not
 * @param asOf when Microsoft last counted ({@code lastModifiedDate}); empty if not told
 */
public record Usage(Money spend, Optional<BigDecimal> usd, Plan plan, Optional<Period> period, Optional<Instant> asOf) {

    public Usage {
        if (period.isEmpty() && plan == Plan.AZURE_PLAN) {
            period = asOf.map(Usage::calendarMonth);
        }
    }

    private static Period calendarMonth(Instant counted) {
        var month = YearMonth.from(counted.atOffset(ZoneOffset.UTC));
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** How the customer buys Azure, which decides currency and period. */
    public enum Plan {
        AZURE_PLAN,
        /** MS-AZR-0145P. */
        LEGACY
    }
}
