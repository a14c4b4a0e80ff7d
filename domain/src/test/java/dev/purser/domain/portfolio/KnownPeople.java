package dev.purser.domain.portfolio;

import dev.purser.domain.budget.CustomerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people of an installation in memory: their names, and the customers that were assigned to them. */
public final class KnownPeople {

    private final Map<PersonId, String> names = new HashMap<>();
    private final Map<PersonId, Set<CustomerId>> portfolios = new HashMap<>();

    public synchronized PersonId join(String name) {
        var person = new PersonId(UUID.randomUUID());
        names.put(person, name);
        return person;
    }

    public synchronized void assign(PersonId person, CustomerId customer) {
        portfolios.computeIfAbsent(person, nobody -> new HashSet<>()).add(customer);
    }

    /** Empty where the name was never known or has been erased. */
    public synchronized Optional<String> name(PersonId person) {
        return Optional.ofNullable(names.get(person));
    }

    public synchronized void erase(PersonId person) {
        names.remove(person);
    }

    /** Whether that reader may see budgets, changes and entries of the customer. */
    public synchronized boolean sees(Reader reader, CustomerId customer) {
        return switch (reader.customers()) {
            case Reader.Customers.All all -> true;
            case Reader.Customers.PortfolioOf(var person) ->
                portfolios.getOrDefault(person, Set.of()).contains(customer);
            case Reader.Customers.NamesOnly namesOnly -> false;
            case Reader.Customers.None none -> false;
        };
    }
}
