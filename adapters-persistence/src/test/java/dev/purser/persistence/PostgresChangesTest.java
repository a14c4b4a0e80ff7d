package dev.purser.persistence;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.ChangesContract;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.PersonId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresChangesTest extends ChangesContract {

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    @BeforeEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    @Override
    protected Changes changes() {
        return changes;
    }

    @Override
    protected void passes(Duration time) {
        installation.passes(time);
    }

    @Override
    protected PersonId person(String name) {
        return installation.person(name);
    }

    @Override
    protected Customers customers() {
        return customers;
    }

    @Override
    protected void assign(PersonId person, CustomerId customer) {
        installation.assign(person, customer);
    }

    @Override
    protected List<Map<String, String>> entries(CustomerId customer) {
        return installation.entries(new Stream.OfCustomer(customer).key());
    }
}
