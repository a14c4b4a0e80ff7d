package dev.purser.domain.budget;

import java.util.UUID;

/** A customer: its tenant id within one account. The same tenant may be a customer of several accounts. */
public record CustomerId(AccountName account, UUID tenant) {

    @Override
    public String toString() {
        return account + "/" + tenant;
    }
}
