package dev.purser.domain.change;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.InMemoryCustomers;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class InMemoryChangesTest extends ChangesContract {

    private final StoppedClock clock = new StoppedClock();
    private final KnownPeople people = new KnownPeople();
    private final InMemoryCustomers customers = new InMemoryCustomers(clock, people);
    private final WrittenEntries entries = new WrittenEntries();
    private final InMemoryChanges changes = new InMemoryChanges(clock, TIMING, people, customers, entries);

    @Override
    protected Changes changes() {
        return changes;
    }

    @Override
    protected void passes(Duration time) {
        clock.passes(time);
    }

    @Override
    protected PersonId person(String name) {
        return people.join(name);
    }

    @Override
    protected Customers customers() {
        return customers;
    }

    @Override
    protected void assign(PersonId person, CustomerId customer) {
        people.assign(person, customer);
    }

    @Override
    protected List<Map<String, String>> entries(CustomerId customer) {
        return entries.of(customer).stream().map(WrittenEntries.Written::facts).toList();
    }
}
