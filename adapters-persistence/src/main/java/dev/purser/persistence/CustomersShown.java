package dev.purser.persistence;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.LastChange;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a customer's row a reader gets to see, with the change that is open and the names of people. All of it is read by
 * one query: each list of names or of changes apart was a round trip more, for which Hibernate worked the SQL out anew each time.
 */
@ApplicationScoped
class CustomersShown {

    /** The customer itself, among what is read of it. */
    static final String CUSTOMER = "customer";

    /** What is read of customers. */
    static final String COLUMNS = """
            c as customer, changer.id as changer, changer.name as changerName,
            underWay.id as open, underWay.state as state, underWay.askedAt as askedAt, asker.id as asker, asker.name as askerName\s""";

    /** The customers as {@code c}, with who changed each last, and the one change that may be open. */
    static final String FROM = """
            from CustomerRow c
            left join PersonRow changer on changer.id = c.lastChangeBy
            left join ChangeRow underWay on underWay.account = c.id.account
                and underWay.tenant = c.id.tenant and underWay.state in\s""" + ChangeRow.State.OPEN + " left join PersonRow asker on asker.id = underWay.person ";

    private final PersonNames names;

    CustomersShown(PersonNames names) {
        this.names = names;
    }

    /**
     * The customers, all of which the reader may see at least by name.
     *
     * @param found with these columns
     */
    List<KnownCustomer> to(Reader reader, List<Tuple> found) {
        if (reader.customers() instanceof Reader.Customers.NamesOnly) {
            return found.stream().map(CustomersShown::nameOf).toList();
        }
        var named = names.joined();
        return found.stream().map(one -> known(one, named)).toList();
    }

    private static KnownCustomer nameOf(Tuple found) {
        var row = found.get(CUSTOMER, CustomerRow.class);
        return new KnownCustomer(
                row.id.customer(),
                row.name,
                row.domain,
                Optional.ofNullable(row.relationshipEndedAt),
                Optional.empty(),
                BillingCurrency.unknown(),
                new UsageRead.NotRead(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static KnownCustomer known(Tuple found, PersonNames.Joined named) {
        var row = found.get(CUSTOMER, CustomerRow.class);
        return new KnownCustomer(
                row.id.customer(),
                row.name,
                row.domain,
                Optional.ofNullable(row.relationshipEndedAt),
                row.budgetKnown(),
                CurrencyColumns.currency(row.currency),
                row.usageKnown(),
                row.problemKnown(),
                Optional.ofNullable(found.get("open", UUID.class))
                        .map(open -> new OpenChange(
                                open,
                                found.get("state", ChangeRow.State.class) == ChangeRow.State.UNKNOWN,
                                named.of(found, "asker").orElse(""),
                                found.get("askedAt", Instant.class))),
                Optional.ofNullable(row.lastChangeAt)
                        .map(at -> new LastChange(at, named.of(found, "changer").orElse(""))));
    }
}
