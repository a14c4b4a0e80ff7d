package dev.purser.persistence;

import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Position.Side;
import dev.purser.domain.customer.Customers.Query;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An order of customers in which every customer has a place of its own: the sorted value, then account and tenant. What
 * is not known stands before what is.
 *
 * @param value of the sorted column, in HQL, never null
 * @param type reads the value's written form; empty where nothing in the column can be written like that
 */
record CustomerOrder(Sort sort, String value, Function<String, Optional<Object>> type, boolean ascending) {

    /** How much a customer asks for attention. */
    private static final String ATTENTION = """
            case when c.used > 100 then 5
                 when exists (select 1 from ChangeRow o where o.account = c.id.account and o.tenant = c.id.tenant
                              and o.state = 'UNKNOWN') then 4
                 when c.problem is not null then 3
                 when c.budget is null and coalesce(c.budgetReadAt, c.budgetListedAt) is not null then 2
                 when c.relationshipEndedAt is not null then 1
                 else 0 end""";

    /** As the database writes numbers. An exponent could stand for more digits than fit into memory. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,100}([.][0-9]{1,100})?");

    private static final Pattern RANK = Pattern.compile("[0-9]");
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T23:59:59Z");

    static CustomerOrder of(Query query) {
        var ascending = query.direction() == Direction.ASCENDING;
        return switch (query.sort()) {
            case CUSTOMER -> new CustomerOrder(query.sort(), "c.name", CustomerOrder::text, ascending);
            case ACCOUNT -> new CustomerOrder(query.sort(), "c.id.account", CustomerOrder::text, ascending);
            case BUDGET ->
                new CustomerOrder(
                        query.sort(),
                        "coalesce(c.budget, case when coalesce(c.budgetReadAt, c.budgetListedAt) is null then -2 else -1 end)",
                        CustomerOrder::amount,
                        ascending);
            case SPEND ->
                new CustomerOrder(
                        query.sort(),
                        "coalesce(c.spend, case when c.usageReadAt is null then -2 else -1 end)",
                        CustomerOrder::amount,
                        ascending);
            case USED -> new CustomerOrder(query.sort(), "coalesce(c.used, -1)", CustomerOrder::amount, ascending);
            case AS_OF -> byTime(query.sort(), "c.budgetReadAt, c.budgetListedAt", ascending);
            case LAST_CHANGE -> byTime(query.sort(), "c.lastChangeAt", ascending);
            case FLAGS -> new CustomerOrder(query.sort(), ATTENTION, CustomerOrder::rank, ascending);
        };
    }

    /** @param columns of which the first that is filled counts */
    private static CustomerOrder byTime(Sort sort, String columns, boolean ascending) {
        return new CustomerOrder(
                sort,
                "coalesce(%s, cast('%s' as Instant))".formatted(columns, LONG_AGO),
                CustomerOrder::moment,
                ascending);
    }

    /** The condition for what lies beyond a place; empty where the place cannot be read, which begins at the start. */
    Optional<Scope> beyond(Position place) {
        var greater = ascending == (place.side() == Side.AFTER);
        var sign = greater ? ">" : "<";
        return type.apply(place.value())
                .map(read -> new Scope(
                        ("(%1$s %2$s :place or (%1$s = :place and (c.id.account %2$s :placeAccount"
                                        + " or (c.id.account = :placeAccount and c.id.tenant %2$s :placeTenant))))")
                                .formatted(value, sign),
                        Map.of(
                                "place",
                                read,
                                "placeAccount",
                                place.customer().account().value(),
                                "placeTenant",
                                place.customer().tenant())));
    }

    /** The order by clause; reversed where the page lies before a place and has to be read towards it. */
    String clause(boolean reversed) {
        var direction = ascending != reversed ? "asc" : "desc";
        return " order by %1$s %2$s, c.id.account %2$s, c.id.tenant %2$s".formatted(value, direction);
    }

    /**
     * The place of a customer.
     *
     * @param written the sorted value as the database writes it
     */
    Position place(CustomerRow customer, String written, Side side) {
        var value = switch (sort) {
            // The database writes times in its own way.
            case AS_OF ->
                customer.budgetKnown().map(BudgetRead::at).orElse(LONG_AGO).toString();
            case LAST_CHANGE ->
                Objects.requireNonNullElse(customer.lastChangeAt, LONG_AGO).toString();
            case CUSTOMER, ACCOUNT, BUDGET, SPEND, USED, FLAGS -> written;
        };
        return new Position(value, customer.id.customer(), side);
    }

    static boolean needsAmounts(Sort sort) {
        return switch (sort) {
            case CUSTOMER, ACCOUNT -> false;
            case BUDGET, SPEND, USED, AS_OF, LAST_CHANGE, FLAGS -> true;
        };
    }

    private static Optional<Object> text(String written) {
        return written.indexOf('\0') < 0 ? Optional.of(written) : Optional.empty();
    }

    private static Optional<Object> amount(String written) {
        return AMOUNT.matcher(written).matches() ? Optional.of(new BigDecimal(written)) : Optional.empty();
    }

    private static Optional<Object> rank(String written) {
        return RANK.matcher(written).matches() ? Optional.of(Integer.valueOf(written)) : Optional.empty();
    }

    private static Optional<Object> moment(String written) {
        try {
            var at = Instant.parse(written);
            return at.isBefore(LONG_AGO) || at.isAfter(FAR_AWAY) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
