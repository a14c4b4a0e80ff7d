package dev.purser.persistence;

import dev.purser.domain.portfolio.Reader;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/**
 * A condition that is joined into a query, with its parameters.
 *
 * @param hql over the alias that it was made for
 */
record Scope(String hql, Map<String, Object> parameters) {

    /** Customers whose amounts the reader may see. */
    static Scope customers(Reader reader, String account, String tenant) {
        return switch (reader.customers()) {
            case Reader.Customers.All all -> new Scope("1 = 1", Map.of());
            case Reader.Customers.PortfolioOf(var person) ->
                new Scope(
                        "exists (select 1 from PortfolioRow own where own.id.person = :reader and own.id.account = "
                                + account + " and own.id.tenant = " + tenant + ")",
                        Map.of("reader", person.value()));
            case Reader.Customers.NamesOnly names -> new Scope("1 = 0", Map.of());
            case Reader.Customers.None none -> new Scope("1 = 0", Map.of());
        };
    }

    /** Customers whose names the reader may see. */
    static Scope names(Reader reader, String account, String tenant) {
        return reader.customers() instanceof Reader.Customers.NamesOnly
                ? new Scope("1 = 1", Map.of())
                : customers(reader, account, tenant);
    }

    Scope and(Scope other) {
        return joined(" and ", other);
    }

    Scope or(Scope other) {
        return joined(" or ", other);
    }

    Scope and(String condition) {
        return and(new Scope(condition, Map.of()));
    }

    Scope and(String condition, String name, Object value) {
        return and(new Scope(condition, Map.of(name, value)));
    }

    /** A further parameter of a condition already joined. */
    Scope with(String name, Object value) {
        var all = new HashMap<>(parameters);
        all.put(name, value);
        return new Scope(hql, Map.copyOf(all));
    }

    private Scope joined(String word, Scope other) {
        var all = new HashMap<>(parameters);
        all.putAll(other.parameters);
        return new Scope("(" + hql + word + other.hql + ")", Map.copyOf(all));
    }

    /** The query over this condition, with its parameters. */
    <T> TypedQuery<T> of(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** A text as part of a LIKE pattern, in which it means itself. The escape character is {@code !}. */
    static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
