package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Accounts.AccountState;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresAccountsTest {

    @Inject
    Accounts accounts;

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    private final AccountName account = Installation.newAccount();

    @Test
    void knowsAnAccountFromItsFirstRunOn() {
        assertThat(state(Reader.EVERYTHING)).isEmpty();

        var begun = accounts.begin(account, Duration.ZERO).orElseThrow();

        assertThat(state(Reader.EVERYTHING))
                .contains(new AccountState(account, 0, Optional.of(begun), Optional.empty(), Optional.empty()));
    }

    @Test
    void keepsWhenAllWasReadLast() {
        var first = accounts.begin(account, Duration.ZERO).orElseThrow();
        accounts.complete(account);
        var second = accounts.begin(account, Duration.ZERO).orElseThrow();

        var state = state(Reader.EVERYTHING).orElseThrow();

        assertThat(state.begunAt()).contains(second);
        assertThat(state.completedAt()).hasValueSatisfying(at -> assertThat(at).isBetween(first, second));
    }

    @Test
    void beginsNoRunWhileTheLastOneIsYoung() {
        accounts.begin(account, Duration.ofHours(1));
        assertThat(accounts.begin(account, Duration.ofHours(1))).isPresent();

        accounts.complete(account);

        assertThat(accounts.begin(account, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void keepsSinceWhenRunsFailUntilOneSucceeds() {
        accounts.begin(account, Duration.ZERO);
        accounts.fail(account, ReadProblem.Kind.UNAVAILABLE, "502");
        var since = problem().since();
        accounts.begin(account, Duration.ZERO);
        assertThat(problem().words()).isEqualTo("502");

        accounts.fail(account, ReadProblem.Kind.CREDENTIALS, "expired");
        assertThat(problem()).isEqualTo(new Accounts.Problem(ReadProblem.Kind.CREDENTIALS, "expired", since));

        accounts.complete(account);
        assertThat(state(Reader.EVERYTHING).orElseThrow().problem()).isEmpty();
        accounts.fail(account, ReadProblem.Kind.UNAVAILABLE, "503");
        assertThat(problem().since()).isAfter(since);
    }

    private Accounts.Problem problem() {
        return state(Reader.EVERYTHING).orElseThrow().problem().orElseThrow();
    }

    @Test
    void countsLivingCustomersThatTheReaderSees() {
        var ada = installation.person("Ada Lovelace");
        var own = installation.customer(account, "Contoso", "");
        installation.customer(account, "Fabrikam", "");
        var ended = installation.customer(account, "Gone", "");
        customers.learnProblem(ended, ReadProblem.Kind.RELATIONSHIP_ENDED, "404", UUID.randomUUID(), customers.now());
        installation.assign(ada, own);
        installation.assign(ada, ended);

        assertThat(count(Reader.EVERYTHING)).isEqualTo(2);
        assertThat(count(new Reader(new Reader.Customers.NamesOnly(), Reader.Portal.SEEN)))
                .isEqualTo(2);
        assertThat(count(portfolio(ada))).isEqualTo(1);
    }

    private long count(Reader reader) {
        return state(reader).orElseThrow().customers();
    }

    @Test
    void showsAnAccountOnlyToWhoHasCustomersInItOrSeesAll() {
        accounts.begin(account, Duration.ZERO);
        installation.customer(account, "Contoso", "");

        assertThat(state(portfolio(installation.person("Bert")))).isEmpty();
        assertThat(accounts.all(Reader.NOBODY)).isEmpty();
        assertThat(state(new Reader(new Reader.Customers.NamesOnly(), Reader.Portal.SEEN)))
                .isPresent();
    }

    private static Reader portfolio(PersonId person) {
        return new Reader(new Reader.Customers.PortfolioOf(person), Reader.Portal.HIDDEN);
    }

    private Optional<AccountState> state(Reader reader) {
        return accounts.all(reader).stream()
                .filter(state -> state.account().equals(account))
                .findFirst();
    }
}
