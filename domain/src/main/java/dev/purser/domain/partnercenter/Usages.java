package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Spend so far, which Microsoft tells only to an account that signs in with an app and a user
 * ({@code PURSER_ACCOUNTS_<NAME>_REFRESH_TOKEN}).
 */
public interface Usages {

    /** Whether the account's credentials can read usage at all. */
    boolean canRead(AccountName account);

    /** {@code GET /v1/customers/{tenant}/usagesummary}. A customer without Azure usage answers as a refusal of its own kind. */
    Reading<CustomerUsage> read(CustomerId customer);

    /** {@code GET /v1/customers/usagerecords}: budget and spend of all customers, page by page. */
    Reading<Page> page(AccountName account, Optional<Relationships.Continuation> after);

    record Page(List<CustomerUsage> usages, Optional<Relationships.Continuation> next) {
        public Page {
            usages = List.copyOf(usages);
        }
    }

    /**
     * @param limit empty where Microsoft says nothing of a budget, which is not the same as that none is set
     * @param usage empty where Microsoft lists the customer without a currency, so that the amount means nothing
     */
    record CustomerUsage(UUID tenant, Optional<SpendingLimit> limit, Optional<Usage> usage) {}
}
