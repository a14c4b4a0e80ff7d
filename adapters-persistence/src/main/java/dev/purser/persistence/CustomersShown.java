package dev.purser.persistence;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.LastChange;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** What of a customer's row a reader gets to see, with the change that is open and the names of people. */
@ApplicationScoped
class CustomersShown {

    private final StatelessSession reading;
    private final PersonNames names;

    CustomersShown(StatelessSession reading, PersonNames names) {
        this.reading = reading;
        this.names = names;
    }

    /** The customers, all of which the reader may see at least by name. */
    List<KnownCustomer> to(Reader reader, List<CustomerRow> rows) {
        return reader.customers() instanceof Reader.Customers.NamesOnly
                ? rows.stream().map(CustomersShown::nameOf).toList()
                : known(rows);
    }

    private static KnownCustomer nameOf(CustomerRow row) {
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

    private List<KnownCustomer> known(List<CustomerRow> rows) {
        var open = openChanges(rows);
        var ids = new HashSet<UUID>();
        rows.stream().map(row -> row.lastChangeBy).filter(Objects::nonNull).forEach(ids::add);
        open.values().forEach(change -> ids.add(change.person));
        var named = names.of(ids);
        return rows.stream()
                .map(row -> known(row, Optional.ofNullable(open.get(row.id)), named))
                .toList();
    }

    private static KnownCustomer known(CustomerRow row, Optional<ChangeRow> open, Map<UUID, String> named) {
        return new KnownCustomer(
                row.id.customer(),
                row.name,
                row.domain,
                Optional.ofNullable(row.relationshipEndedAt),
                row.budgetKnown(),
                CurrencyColumns.currency(row.currency),
                row.usageKnown(),
                row.problemKnown(),
                open.map(change -> new OpenChange(
                        change.id,
                        change.state == ChangeRow.State.UNKNOWN,
                        named.getOrDefault(change.person, ""),
                        change.askedAt)),
                Optional.ofNullable(row.lastChangeAt)
                        .map(at -> new LastChange(
                                at, row.lastChangeBy == null ? "" : named.getOrDefault(row.lastChangeBy, ""))));
    }

    /** By an array: of a query over a list, Hibernate works the SQL out anew each time. */
    private Map<CustomerKey, ChangeRow> openChanges(List<CustomerRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return reading
                .createNativeQuery(
                        "select o.* from change o where o.tenant = any(:tenants) and o.state in "
                                + ChangeRow.State.OPEN,
                        Tuple.class)
                .addEntity("o", ChangeRow.class)
                .setParameter(
                        "tenants", rows.stream().map(row -> row.id.tenant()).toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(open -> open.get("o", ChangeRow.class))
                .collect(Collectors.toMap(ChangeRow::customer, Function.identity()));
    }
}
