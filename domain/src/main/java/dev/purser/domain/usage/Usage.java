package dev.purser.domain.usage;

import dev.purser.domain.budget.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Spend so far in the current period.
 *
 * @param spend Microsoft's estimate, exact as read (it carries up to 23 digits), before tax
 * @param usd the same in US dollars; Azure plan only
 * @param period empty where the resource does not tell it
 * @param asOf when Microsoft last counted ({@code lastModifiedDate}); empty if not told
 */
public record Usage(Money spend, Optional<BigDecimal> usd, Plan plan, Optional<Period> period, Optional<Instant> asOf) {

    /** How the customer buys Azure, which decides currency and period. */
    public enum Plan {
        AZURE_PLAN,
        /** MS-AZR-0145P. */
        LEGACY
    }
}
