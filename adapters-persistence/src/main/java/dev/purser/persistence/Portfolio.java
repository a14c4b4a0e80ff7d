package dev.purser.persistence;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.rights.Grants.Order;
import dev.purser.domain.rights.Parcel;
import dev.purser.domain.rights.RightsEntries;
import dev.purser.domain.rights.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Writes portfolios together with the entries that tell of them, in the caller's transaction. */
@ApplicationScoped
class Portfolio {

    private static final String TENANTS = "cast(string_to_array(:tenants, ' ') as uuid[])";

    private final Session entities;
    private final Pseudonyms pseudonyms;
    private final EntryLog history;

    Portfolio(Session entities, Pseudonyms pseudonyms, EntryLog history) {
        this.entities = entities;
        this.pseudonyms = pseudonyms;
        this.history = history;
    }

    /** The person, locked: whoever else changes their rights waits. A withdrawn invitation is nobody. */
    Optional<PersonRow> lock(PersonId person) {
        return Optional.ofNullable(entities.find(PersonRow.class, person.value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.withdrawnAt == null);
    }

    /** All that the person holds, by name. */
    Map<CustomerId, String> held(PersonRow person) {
        return entities.createQuery("""
                        select own.id.account, own.id.tenant, coalesce(c.name, '') from PortfolioRow own
                        left join CustomerRow c on c.id.account = own.id.account and c.id.tenant = own.id.tenant
                        where own.id.person = :person""", Object[].class).setParameter("person", person.id).getResultList().stream()
                .collect(Collectors.toMap(
                        row -> new CustomerKey((String) row[0], (UUID) row[1]).customer(), row -> (String) row[2]));
    }

    /**
     * Does it, and tells of it.
     *
     * @param changing customers that are not yet as they are to be, with their names
     * @return the ids of the entries
     */
    List<Long> write(Order order, PersonRow person, Map<CustomerId, String> changing) {
        var pseudonym = pseudonym(person);
        var holds = holds(person);
        var written = new ArrayList<Long>();
        for (var parcel : Parcel.of(changing.keySet())) {
            holds += switch (order.sharing()) {
                case GRANT -> parcel.tenants().size();
                case TAKE -> -parcel.tenants().size();
            };
            var draft = RightsEntries.shared(order, pseudonym, parcel, changing.size(), holds, name(parcel, changing));
            var entry = history.write(draft, DatabaseClock.now(entities));
            about(
                            parcel,
                            entities.createNativeMutationQuery("insert into entry_customer (entry, account, tenant)"
                                    + " select :entry, :account, tenant from unnest(" + TENANTS + ") tenant"))
                    .setParameter("entry", entry)
                    .executeUpdate();
            share(order.sharing(), parcel, person, entry);
            written.add(entry);
        }
        return written;
    }

    private void share(Sharing sharing, Parcel parcel, PersonRow person, long entry) {
        switch (sharing) {
            case GRANT ->
                about(
                                parcel,
                                entities.createNativeMutationQuery(
                                        "insert into portfolio (person, account, tenant, entry)"
                                                + " select :person, :account, tenant, :entry from unnest(" + TENANTS
                                                + ") tenant"))
                        .setParameter("person", person.id)
                        .setParameter("entry", entry)
                        .executeUpdate();
            case TAKE ->
                about(
                                parcel,
                                entities.createNativeMutationQuery("delete from portfolio where person = :person"
                                        + " and account = :account and tenant = any(" + TENANTS + ")"))
                        .setParameter("person", person.id)
                        .executeUpdate();
        }
    }

    private static MutationQuery about(Parcel parcel, MutationQuery query) {
        return query.setParameter("account", parcel.account().value())
                .setParameter(
                        "tenants", parcel.tenants().stream().map(UUID::toString).collect(Collectors.joining(" ")));
    }

    private static Optional<String> name(Parcel parcel, Map<CustomerId, String> names) {
        return parcel.tenants().size() == 1
                ? Optional.ofNullable(names.get(
                        new CustomerId(parcel.account(), parcel.tenants().getFirst())))
                : Optional.empty();
    }

    /** How entries call the person. Who was entered by hand gets a pseudonym here, before they have ever come. */
    String pseudonym(PersonRow person) {
        if (person.pseudonym == null && !person.erased() && person.subject != null) {
            pseudonyms.name(person, person.subject, person.issuer + "\n" + person.subject);
            entities.flush();
        }
        return person.pseudonym == null ? RightsEntries.ERASED : person.pseudonym;
    }

    private long holds(PersonRow person) {
        return entities.createQuery("select count(*) from PortfolioRow own where own.id.person = :person", Long.class)
                .setParameter("person", person.id)
                .getSingleResult();
    }
}
