package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The customers that an account has a relationship with. */
public interface Relationships {

    /**
     * All of them: {@code GET /v1/customers}, page by page.
     *
     * @param after where the page before ended; empty for the first page
     */
    Reading<Page> page(AccountName account, Optional<Continuation> after);

    /**
     * One of them: {@code GET /v1/customers/{tenant}}. It tells what a budget that cannot be found means: whether the
     * customer is gone, or only its budget out of reach.
     */
    Reading<Relationship> read(CustomerId customer);

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

    /**
     * How the account stands with one customer.
     *
     * @param toPartner as Microsoft names it: {@code reseller}, {@code none}, and others now and then; empty where it does
     *     not say
     * @param delegatedAccess whether the customer lets the partner administer its tenant; empty where Microsoft does not say
     */
    record Relationship(Customer customer, Optional<String> toPartner, Optional<Boolean> delegatedAccess) {

        /** Whether Microsoft says that there is none any more. Not to say anything is not to say that. */
        public boolean ended() {
            return toPartner.filter("none"::equalsIgnoreCase).isPresent();
        }
    }
}
