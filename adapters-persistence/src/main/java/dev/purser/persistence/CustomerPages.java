package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.Customers.Page;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Query;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.history.ForeignText;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Lists of customers: filtered, in order, page by page. */
@ApplicationScoped
class CustomerPages {

    /** Older than this a value is marked: a run takes place every hour, so that a whole day was missed. */
    private static final Duration STALE = Duration.ofHours(36);

    private final StatelessSession reading;
    private final CustomersShown shown;
    private final UntilWritten untilWritten;

    CustomerPages(StatelessSession reading, CustomersShown shown, UntilWritten untilWritten) {
        this.reading = reading;
        this.shown = shown;
        this.untilWritten = untilWritten;
    }

    Page page(Reader reader, Query asked) {
        return page(reader, asked, new Scope("1 = 1", Map.of()));
    }

    /** @param further what has to be true of the customers besides, over the alias {@code c} */
    Page page(Reader reader, Query asked, Scope further) {
        var query = reader.customers() instanceof Reader.Customers.NamesOnly ? withoutAmounts(asked) : asked;
        var order = CustomerOrder.of(query);
        var matching = matching(reader, query).and(further);
        var place = query.from().flatMap(from -> order.beyond(from).map(beyond -> new Place(from.side(), beyond)));
        var found = place.map(from -> from(from, query, order, matching)).orElseGet(Found::nothing);
        if (found.rows.isEmpty()) {
            // Whoever was there has gone since, or the place was none.
            found = fromStart(query, order, matching);
        }
        var rows = found.rows;
        return new Page(
                shown.to(reader, rows.stream().map(Placed::customer).toList()),
                total(matching),
                found.more(Position.Side.BEFORE)
                        ? Optional.of(rows.getFirst().place(order, Position.Side.BEFORE))
                        : Optional.empty(),
                found.more(Position.Side.AFTER)
                        ? Optional.of(rows.getLast().place(order, Position.Side.AFTER))
                        : Optional.empty());
    }

    private record Place(Position.Side side, Scope beyond) {}

    private record Placed(Tuple customer) {

        Position place(CustomerOrder order, Position.Side side) {
            return order.place(
                    customer.get(CustomersShown.CUSTOMER, CustomerRow.class),
                    customer.get("value", String.class),
                    side);
        }
    }

    /** Rows in the order of the list, and the sides on which others follow. */
    private record Found(List<Placed> rows, List<Position.Side> more) {

        static Found nothing() {
            return new Found(List.of(), List.of());
        }

        boolean more(Position.Side side) {
            return more.contains(side);
        }
    }

    private Found fromStart(Query query, CustomerOrder order, Scope matching) {
        return read(query.size(), order, matching, Position.Side.AFTER);
    }

    private Found from(Place place, Query query, CustomerOrder order, Scope matching) {
        var found = read(query.size(), order, matching.and(place.beyond), place.side);
        var more = new ArrayList<>(found.more);
        // The customer at the place itself lies on the other side.
        more.add(place.side == Position.Side.AFTER ? Position.Side.BEFORE : Position.Side.AFTER);
        return new Found(found.rows, more);
    }

    private Found read(int size, CustomerOrder order, Scope matching, Position.Side side) {
        var backwards = side == Position.Side.BEFORE;
        var rows = new ArrayList<>(matching
                .of(reading.createQuery(
                        "select %s, cast(%s as string) as value %s where %s"
                                        .formatted(
                                                CustomersShown.COLUMNS,
                                                order.value(),
                                                CustomersShown.FROM,
                                                matching.hql())
                                + order.clause(backwards),
                        Tuple.class))
                .setMaxResults(size + 1)
                .getResultList()
                .stream()
                .map(Placed::new)
                .toList());
        var further = rows.size() > size;
        if (further) {
            rows.removeLast();
        }
        return new Found(backwards ? rows.reversed() : rows, further ? List.of(side) : List.of());
    }

    private record Total(Scope of) {}

    private long total(Scope matching) {
        return untilWritten.get(
                new Total(matching),
                Long.class,
                () -> matching.of(reading.createQuery(
                                "select count(*) from CustomerRow c where " + matching.hql(), Long.class))
                        .getSingleResult());
    }

    /** Neither order, filter nor place may tell what the reader may not see. */
    private static Query withoutAmounts(Query query) {
        var ordered = !CustomerOrder.needsAmounts(query.sort());
        return new Query(
                query.text(),
                query.account(),
                Optional.empty(),
                Optional.empty(),
                ordered ? query.sort() : Sort.CUSTOMER,
                ordered ? query.direction() : Direction.ASCENDING,
                ordered ? query.from() : Optional.empty(),
                query.size());
    }

    private Scope matching(Reader reader, Query query) {
        var matching = called(Scope.names(reader, "c.id.account", "c.id.tenant"), query.text(), query.account());
        if (query.currency().isPresent()) {
            matching = matching.and(
                    "c.currency.code = :currency",
                    "currency",
                    ForeignText.oneLine(query.currency().get()));
        }
        return query.flag().isPresent() ? flagged(matching, query.flag().get()) : matching;
    }

    /** Those of the customers that are called so and belong to the account. */
    static Scope called(Scope customers, String sought, Optional<AccountName> account) {
        var matching = customers;
        var text = ForeignText.oneLine(sought).toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            matching = matching.and(
                            "(c.search like :text escape '!' or cast(c.id.tenant as string) like :start escape '!')",
                            "text",
                            "%" + Scope.literally(text) + "%")
                    .with("start", Scope.literally(text) + "%");
        }
        return account.isPresent()
                ? matching.and(
                        "c.id.account = :account", "account", account.get().value())
                : matching;
    }

    private Scope flagged(Scope matching, Flag flag) {
        return switch (flag) {
            case OVER_BUDGET -> matching.and("c.used > 100");
            case NO_BUDGET ->
                matching.and("c.budget is null and coalesce(c.budgetReadAt, c.budgetListedAt) is not null");
            case UNKNOWN -> matching.and("""
                            exists (select 1 from ChangeRow o where o.account = c.id.account
                                    and o.tenant = c.id.tenant and o.state = 'UNKNOWN')""");
            case NOT_READ_LATELY ->
                matching.and(
                        "c.relationshipEndedAt is null and (c.budgetReadAt is null or c.budgetReadAt < :stale or c.usageReadAt < :stale)",
                        "stale",
                        now().truncatedTo(ChronoUnit.MINUTES).minus(STALE));
            case RELATIONSHIP_ENDED -> matching.and("c.relationshipEndedAt is not null");
        };
    }

    private Instant now() {
        return DatabaseClock.now(reading);
    }
}
