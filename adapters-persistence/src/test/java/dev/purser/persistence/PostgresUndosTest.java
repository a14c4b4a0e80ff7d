package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.Undos;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresUndosTest {

    @Inject
    Undos undos;

    @Inject
    ChangeStories stories;

    @Inject
    Installation installation;

    @BeforeEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    @Test
    void findsTheNewestChangeThatUndoesAnother() {
        var ada = installation.person("Ada Lovelace");
        var undone = stories.confirmed(customer(), ada);
        assertThat(undos.of(Reader.EVERYTHING, undone.id())).isEmpty();

        var first = stories.undoing(undone);
        installation.endOpenChanges();
        var second = stories.undoing(undone);

        assertThat(undos.of(Reader.EVERYTHING, undone.id()).map(Change::id)).contains(second.id());
        assertThat(undos.of(Reader.EVERYTHING, undone.id()).flatMap(Change::undoes))
                .contains(undone.id());
        assertThat(undos.of(Reader.EVERYTHING, first.id())).isEmpty();
    }

    @Test
    void showsThemToWhoMaySeeTheCustomerAlone() {
        var ada = installation.person("Ada Lovelace");
        var bert = installation.person("Bert");
        var customer = customer();
        installation.assign(ada, customer);
        var undone = stories.confirmed(customer, ada);
        var undo = stories.undoing(undone);

        assertThat(undos.of(portfolioOf(ada), undone.id()).map(Change::id)).contains(undo.id());
        assertThat(undos.of(portfolioOf(bert), undone.id())).isEmpty();
        assertThat(undos.of(Reader.NOBODY, undone.id())).isEmpty();
    }

    private CustomerId customer() {
        return installation.customer(Installation.newAccount(), "Contoso", "");
    }

    private static Reader portfolioOf(PersonId person) {
        return new Reader(new Reader.Customers.PortfolioOf(person), Reader.Portal.HIDDEN);
    }
}
