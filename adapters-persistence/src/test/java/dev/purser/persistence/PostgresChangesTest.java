package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.ChangesContract;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.change.Next;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresChangesTest extends ChangesContract {

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    @Inject
    ChangeStories stories;

    @BeforeEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    @Test
    void knowsABudgetFromWhenItsAnswerCameAndNotFromWhenThatCouldBeRecorded() {
        var customer = installation.customer(Installation.newAccount(), "Contoso", "contoso.example");
        stories.accepted(customer, installation.person("Ada Lovelace"));
        var claim = changes.claim("node-1", ChangeStories.LEASE).orElseThrow();
        var sent = changes.intend(
                        claim, new Next.Send(SpendingLimit.of("4000"), UUID.randomUUID()), ChangeStories.LEASE)
                .orElseThrow();
        installation.passes(Duration.ofSeconds(70));
        customers.learnProblem(
                customer, ReadProblem.Kind.UNAVAILABLE, "another node, since", UUID.randomUUID(), customers.now());

        changes.record(
                sent, new Next.Confirm(Evidence.ANSWER, 200, UUID.randomUUID()), Optional.of(Attempt.End.APPLIED));

        var known = customers.find(Reader.EVERYTHING, customer).orElseThrow();
        assertThat(Duration.between(known.budget().orElseThrow().at(), customers.now()))
                .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(40));
        assertThat(known.problem().map(ReadProblem::words)).contains("another node, since");
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
