package dev.purser.persistence;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Holder;
import dev.purser.domain.rights.Holder.Standing;
import dev.purser.domain.rights.Match;
import dev.purser.domain.rights.Selection;
import dev.purser.domain.rights.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Who holds which customers, in PostgreSQL. */
@ApplicationScoped
public class PostgresGrants implements Grants {

    private static final Reader NAMES = new Reader(new Reader.Customers.NamesOnly(), Reader.Portal.HIDDEN);

    /** Sets and not subqueries per row: right after a large grant PostgreSQL has no idea yet how large the table is. */
    private static final String HELD_BY_PERSON =
            "(select own.id.account, own.id.tenant from PortfolioRow own where own.id.person = :person)";

    private static final String HELD = "(select own.id.account, own.id.tenant from PortfolioRow own)";

    private static final String CUSTOMER = "(c.id.account, c.id.tenant)";

    private static final String FELLOWS =
            "p.issuer = (select a.issuer from PersonRow a where a.id = :administrator) and p.withdrawnAt is null";

    private final Session entities;
    private final StatelessSession reading;
    private final CustomerPages pages;
    private final PersonNames names;
    private final Portfolio portfolio;

    PostgresGrants(
            Session entities, StatelessSession reading, CustomerPages pages, PersonNames names, Portfolio portfolio) {
        this.entities = entities;
        this.reading = reading;
        this.pages = pages;
        this.names = names;
        this.portfolio = portfolio;
    }

    @Override
    public List<Holder> holders(PersonId administrator) {
        var held = reading
                .createQuery(
                        "select own.id.person, count(*) from PortfolioRow own group by own.id.person", Object[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
        return reading
                .createQuery("from PersonRow p where " + FELLOWS, PersonRow.class)
                .setParameter("administrator", administrator.value())
                .getResultList()
                .stream()
                .map(row -> holder(row, held.getOrDefault(row.id, 0L)))
                .sorted(Comparator.comparing(Holder::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(holder -> holder.id().toString()))
                .toList();
    }

    @Override
    public Optional<Holder> find(PersonId administrator, PersonId person) {
        return reading
                .createQuery("from PersonRow p where p.id = :person and " + FELLOWS, PersonRow.class)
                .setParameter("person", person.value())
                .setParameter("administrator", administrator.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> holder(
                        row,
                        reading.createQuery(
                                        "select count(*) from PortfolioRow own where own.id.person = :person",
                                        Long.class)
                                .setParameter("person", row.id)
                                .getSingleResult()));
    }

    private Holder holder(PersonRow row, long customers) {
        return new Holder(new PersonId(row.id), name(row), names.address(row), standing(row), customers);
    }

    private String name(PersonRow row) {
        return row.name == null && !row.erased() && row.subject != null ? row.subject : names.name(row);
    }

    private static Standing standing(PersonRow row) {
        if (row.erased()) {
            return new Standing.Erased();
        }
        return row.signedInAt == null
                ? new Standing.Invited(
                        Optional.ofNullable(row.invitedAs)
                                .flatMap(Invitee.Kind::of)
                                .orElse(Invitee.Kind.SUBJECT),
                        Optional.ofNullable(row.invitedAt))
                : new Standing.SignedIn(
                        row.signedInAt, Optional.ofNullable(row.roles).map(PostgresGrants::roles));
    }

    private static Set<Role> roles(String claims) {
        return Arrays.stream(claims.split(" "))
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Page page(PersonId person, Match match, Optional<Position> from, int size) {
        var query = new Customers.Query(
                match.text(),
                match.account(),
                Optional.empty(),
                Optional.empty(),
                Customers.Sort.CUSTOMER,
                Customers.Direction.ASCENDING,
                from,
                size);
        var found = pages.page(NAMES, query, holding(person, match.holding()));
        return new Page(
                found,
                held(person, found.customers().stream().map(KnownCustomer::id).toList()));
    }

    private static Scope holding(PersonId person, Match.Holding holding) {
        return switch (holding) {
            case ANYBODYS -> new Scope("1 = 1", Map.of());
            case HELD -> new Scope(CUSTOMER + " in " + HELD_BY_PERSON, Map.of("person", person.value()));
            case NOT_HELD -> new Scope(CUSTOMER + " not in " + HELD_BY_PERSON, Map.of("person", person.value()));
            case NOBODYS -> new Scope(CUSTOMER + " not in " + HELD, Map.of());
        };
    }

    private record Told(
            CustomerId customer,
            @Nullable Long entry,
            @Nullable Instant at,
            @Nullable String who) {}

    private Map<CustomerId, Grant> held(PersonId person, List<CustomerId> customers) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        var told = reading
                .createQuery("""
                        select own.id.account, own.id.tenant, own.entry, e.at, e.who from PortfolioRow own
                        left join EntryRow e on e.id = own.entry
                        where own.id.person = :person and own.id.tenant in :tenants""", Object[].class)
                .setParameter("person", person.value())
                .setParameter(
                        "tenants", customers.stream().map(CustomerId::tenant).toList())
                .getResultList()
                .stream()
                .map(row -> new Told(
                        new CustomerKey((String) row[0], (UUID) row[1]).customer(),
                        (Long) row[2],
                        (Instant) row[3],
                        (String) row[4]))
                .filter(one -> customers.contains(one.customer))
                .toList();
        var named = names.ofPseudonyms(
                told.stream().map(Told::who).filter(Objects::nonNull).collect(Collectors.toSet()));
        return told.stream()
                .collect(Collectors.toMap(
                        Told::customer,
                        one -> new Grant(
                                one.entry == null ? OptionalLong.empty() : OptionalLong.of(one.entry),
                                Optional.ofNullable(one.at),
                                Optional.ofNullable(one.who).map(named::get))));
    }

    @Override
    public long affected(PersonId person, Sharing sharing, Match match) {
        var changing = changing(person, sharing, match);
        return changing.of(
                        reading.createQuery("select count(*) from CustomerRow c where " + changing.hql(), Long.class))
                .getSingleResult();
    }

    /** Those that match and are not yet as they are to be. */
    private static Scope changing(PersonId person, Sharing sharing, Match match) {
        return CustomerPages.called(notYet(person, sharing), match.text(), match.account())
                .and(holding(person, match.holding()));
    }

    private static Scope notYet(PersonId person, Sharing sharing) {
        return switch (sharing) {
            case GRANT -> holding(person, Match.Holding.NOT_HELD);
            case TAKE -> holding(person, Match.Holding.HELD);
        };
    }

    @Override
    public Extent extent() {
        var nobodys = reading.createQuery(
                        "select count(*) from CustomerRow c where " + CUSTOMER + " not in " + HELD, Long.class)
                .getSingleResult();
        var all = reading.createQuery("select count(*) from CustomerRow c", Long.class)
                .getSingleResult();
        return new Extent(all, nobodys);
    }

    @Override
    @Transactional
    public Outcome share(Order order) {
        var person = portfolio.lock(order.person());
        if (person.isEmpty()) {
            return new Outcome.NoSuchPerson();
        }
        if (person.get().erased() && order.sharing() == Sharing.GRANT) {
            return new Outcome.Erased();
        }
        var changing = changing(order);
        if (order.selection() instanceof Selection.AllThatMatch(var match, var confirmed)
                && confirmed.orElse(-1) != changing.size()) {
            return new Outcome.Differs(changing.size());
        }
        return changing.isEmpty()
                ? new Outcome.Nothing()
                : new Outcome.Shared(changing.size(), portfolio.write(order, person.get(), changing));
    }

    /** Read after the person was locked: nobody else changes what they hold before this is committed. */
    private Map<CustomerId, String> changing(Order order) {
        return switch (order.selection()) {
            case Selection.These(var these) -> {
                var found = named(notYet(order.person(), order.sharing())
                        .and(
                                "c.id.tenant in :tenants",
                                "tenants",
                                these.stream().map(CustomerId::tenant).toList()));
                found.keySet().retainAll(these);
                yield found;
            }
            case Selection.AllThatMatch(var match, var confirmed) ->
                named(changing(order.person(), order.sharing(), match));
        };
    }

    private Map<CustomerId, String> named(Scope customers) {
        return customers
                .of(entities.createQuery(
                        "select c.id.account, c.id.tenant, c.name from CustomerRow c where " + customers.hql(),
                        Object[].class))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> new CustomerKey((String) row[0], (UUID) row[1]).customer(), row -> (String) row[2]));
    }
}
