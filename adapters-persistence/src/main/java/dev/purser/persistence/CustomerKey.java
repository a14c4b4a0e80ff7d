package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A customer as tables refer to it. */
@Embeddable
record CustomerKey(String account, UUID tenant) {

    static CustomerKey of(CustomerId customer) {
        return new CustomerKey(customer.account().value(), customer.tenant());
    }

    CustomerId customer() {
        return new CustomerId(new AccountName(account), tenant);
    }
}
