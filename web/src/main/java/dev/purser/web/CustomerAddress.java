package dev.purser.web;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A customer in an address. What is not written the one right way is no customer's address. */
final class CustomerAddress {

    /** {@link UUID#fromString} takes shorter forms too, which would be second addresses of the same page. */
    private static final Pattern TENANT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private CustomerAddress() {}

    static String page(CustomerId customer) {
        return "/customers/" + customer;
    }

    static String readings(CustomerId customer) {
        return page(customer) + "/readings";
    }

    static String changes(CustomerId customer) {
        return page(customer) + "/changes";
    }

    /** The page, which says that a form did not arrive. */
    static String unsent(CustomerId customer) {
        return page(customer) + "?unsent=form";
    }

    static String history(CustomerId customer) {
        return "/history?customer=" + customer;
    }

    static Optional<CustomerId> of(String account, String tenant) {
        return TENANT.matcher(tenant).matches()
                ? account(account).map(name -> new CustomerId(name, UUID.fromString(tenant)))
                : Optional.empty();
    }

    static Optional<AccountName> account(String name) {
        try {
            return Optional.of(new AccountName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
