package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.AccountName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The customers that an account has a relationship with: {@code GET /v1/customers}, page by page. */
public interface Relationships {

    /**
     * @param after where the page before ended; empty for the first page
     */
    Reading<Page> page(AccountName account, Optional<Continuation> after);

    /** @param next where to go on; empty after the last page */
    record Page(List<Customer> customers, Optional<Continuation> next) {
        public Page {
            customers = List.copyOf(customers);
        }
    }

    /** Where a page ended, as Microsoft said it: opaque to everybody but the adapter. */
    record Continuation(String link, String token) {}

    /** @param domain the customer's default domain; empty text if Microsoft names none */
    record Customer(UUID tenant, String name, String domain) {}
}
