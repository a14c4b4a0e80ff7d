package dev.purser.domain.history;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;

/** What an entry belongs to, and within which its number has no gap. */
public sealed interface Stream {

    /** One customer of one account. */
    record OfCustomer(CustomerId customer) implements Stream {
        @Override
        public String key() {
            return "customer:" + customer;
        }
    }

    /** One account. */
    record OfAccount(AccountName account) implements Stream {
        @Override
        public String key() {
            return "account:" + account;
        }
    }

    /** This installation: rights, settings, sign-ins. */
    record OfPortal() implements Stream {
        @Override
        public String key() {
            return "portal";
        }
    }

    /** As written in entries. */
    String key();
}
