package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.OpenChanges;
import dev.purser.domain.change.OpenChanges.Open;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresOpenChangesTest {

    @Inject
    OpenChanges openChanges;

    @Inject
    ChangeStories stories;

    @Inject
    Installation installation;

    @BeforeEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    @Test
    void findsNothingWhereAllHaveEnded() {
        stories.confirmed(customer(), installation.person("Ada Lovelace"));

        assertThat(openChanges.underWay(Reader.EVERYTHING, 10)).isEqualTo(new OpenChanges.UnderWay(0, 0, List.of()));
    }

    @Test
    void listsTheUnknownFirstAndThenThoseOpenForLongest() {
        var ada = installation.person("Ada Lovelace");
        var sending = stories.accepted(customer(), ada);
        stories.intended();
        var lost = lost(ada);
        var lostLater = lost(ada);
        var waiting = stories.accepted(customer(), ada);

        var underWay = openChanges.underWay(Reader.EVERYTHING, 10);

        assertThat(underWay.unknown()).isEqualTo(2);
        assertThat(underWay.waiting()).isEqualTo(2);
        assertThat(underWay.longest())
                .extracting(Open::change)
                .containsExactly(lost.id(), lostLater.id(), sending.id(), waiting.id());
        assertThat(underWay.longest().get(0).state()).isInstanceOf(ChangeState.Unknown.class);
        assertThat(underWay.longest().get(2).state()).isInstanceOf(ChangeState.Submitting.class);
        assertThat(underWay.longest().get(3)).satisfies(open -> {
            assertThat(open.customer()).isEqualTo(waiting.customer());
            assertThat(open.customerName()).isEqualTo("Contoso");
            assertThat(open.state()).isInstanceOf(ChangeState.Requested.class);
        });
        assertThat(openChanges.underWay(Reader.EVERYTHING, 1).longest())
                .extracting(Open::change)
                .containsExactly(lost.id());
        assertThat(openChanges.underWay(Reader.EVERYTHING, 1).waiting()).isEqualTo(2);
    }

    @Test
    void showsEachReaderWhatTheyMaySee() {
        var ada = installation.person("Ada Lovelace");
        var own = lost(ada);
        lost(ada);
        stories.accepted(customer(), ada);
        installation.assign(ada, own.customer());

        var portfolio = openChanges.underWay(reader(new Reader.Customers.PortfolioOf(ada)), 10);
        assertThat(portfolio.unknown()).isEqualTo(1);
        assertThat(portfolio.waiting()).isZero();
        assertThat(portfolio.longest()).extracting(Open::change).containsExactly(own.id());

        assertThat(openChanges.underWay(reader(new Reader.Customers.NamesOnly()), 10))
                .isEqualTo(new OpenChanges.UnderWay(2, 1, List.of()));
        assertThat(openChanges.underWay(Reader.NOBODY, 10)).isEqualTo(new OpenChanges.UnderWay(0, 0, List.of()));
    }

    private Change lost(PersonId person) {
        var change = stories.accepted(customer(), person);
        stories.loseSight(stories.intended(), Duration.ofMinutes(10));
        return change;
    }

    private CustomerId customer() {
        return installation.customer(Installation.newAccount(), "Contoso", "");
    }

    private static Reader reader(Reader.Customers customers) {
        return new Reader(customers, Reader.Portal.HIDDEN);
    }
}
