package dev.purser.domain.rights;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.portfolio.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who holds which customers. A change of it and its entries are one transaction, and the next request of the person knows
 * it. Every method throws an unchecked exception while the database cannot be reached.
 */
public interface Grants {

    /** Everybody who may hold customers and comes from the same issuer as that administrator, by name. */
    List<Holder> holders(PersonId administrator);

    /** The person, if they come from the same issuer as that administrator and are not a withdrawn invitation. */
    Optional<Holder> find(PersonId administrator, PersonId person);

    /** Customers by name, without amounts, with what of them the person holds. */
    Page page(PersonId person, Match match, Optional<Position> from, int size);

    /** How many customers that match are not yet as they would be. */
    long affected(PersonId person, Sharing sharing, Match match);

    Extent extent();

    /**
     * Grants or takes customers. Two that arrive at once come one after the other; who is already as asked for is left
     * alone, and no entry tells of them.
     */
    Outcome share(Order order);

    /**
     * What is to be done.
     *
     * @param by the administrator
     * @param person who is to have the customers, or not to have them any more
     * @param reason in one line, at most {@value ShareCustomers#LONGEST_REASON} characters; empty where the customers go
     *     with an invitation
     */
    record Order(PersonId by, PersonId person, Sharing sharing, Selection selection, String reason) {}

    /** What an order came to. */
    sealed interface Outcome {

        /** @param entries that tell of it, in their order */
        record Shared(int customers, List<Long> entries) implements Outcome {}

        /** All customers were as asked for already: nothing was done, and nothing written. */
        record Nothing() implements Outcome {}

        /** Other customers match by now than were confirmed: nothing was done. */
        record Differs(long now) implements Outcome {}

        record NoSuchPerson() implements Outcome {}

        /** Nobody is behind the row any more to whom something could be granted: nothing was done. */
        record Erased() implements Outcome {}
    }

    /**
     * A page of customers.
     *
     * @param held those of them that the person holds
     */
    record Page(Customers.Page customers, Map<CustomerId, Grant> held) {}

    /**
     * A customer in a portfolio.
     *
     * @param entry that tells of it; empty where it was entered into the database by hand
     */
    record Grant(OptionalLong entry, Optional<Instant> at, Optional<String> by) {}

    /** @param nobodys customers that are in no portfolio */
    record Extent(long customers, long nobodys) {}
}
