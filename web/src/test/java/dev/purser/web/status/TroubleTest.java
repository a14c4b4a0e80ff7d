package dev.purser.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts.AccountState;
import dev.purser.domain.customer.Accounts.Problem;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.Database;
import dev.purser.web.format.Bundles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AADSTS50076|The account Asia-Pacific has to be connected again."
                        + "|Microsoft demands a sign-in with a second factor. An administrator runs: ./purser connect asia-pacific.",
                "AADSTS50173|The account Asia-Pacific has to be connected again."
                        + "|The consent was revoked, as happens with a new password. An administrator runs: ./purser connect asia-pacific.",
                "AADSTS700082|The account Asia-Pacific has to be connected again."
                        + "|The consent has expired. An administrator runs: ./purser connect asia-pacific.",
                "AADSTS65001|The account Asia-Pacific has to be connected again."
                        + "|Microsoft knows of no consent. An administrator runs: ./purser connect asia-pacific.",
                "AADSTS7000215|Microsoft refuses the credentials of the account Asia-Pacific."
                        + "|The application’s secret is not the right one. What needs it waits until an administrator mends"
                        + " PURSER_ACCOUNTS_ASIA_PACIFIC_CLIENT_SECRET and restarts Purser.",
                "AADSTS700016|Microsoft refuses the credentials of the account Asia-Pacific."
                        + "|Microsoft knows no such application in the tenant. What needs it waits until an administrator mends"
                        + " PURSER_ACCOUNTS_ASIA_PACIFIC_CLIENT_ID and restarts Purser.",
                "AADSTS50126|Microsoft refuses the credentials of the account Asia-Pacific."
                        + "|What needs them waits until an administrator mends what Microsoft names: the application’s secret in"
                        + " PURSER_ACCOUNTS_ASIA_PACIFIC_CLIENT_SECRET, or, if it speaks of a grant or a sign-in, the consent:"
                        + " run ./purser connect asia-pacific.",
            })
    void namesWhatToDoAboutRefusedCredentials(String number, String title, String next) {
        var said = number + ": Some words (made-up).";
        var problem = new Problem(ReadProblem.Kind.CREDENTIALS, said, Instant.EPOCH);
        var state = new AccountState(
                new AccountName("asia-pacific"), 1, Optional.empty(), Optional.empty(), Optional.of(problem));

        var troubles = Trouble.of(
                Bundles.english(StatusWords.class),
                List.of(new AccountLine(
                        state,
                        Optional.of(new AccountLine.Setup("global", AccountLine.Usage.READABLE)),
                        Optional.empty())),
                Database.Guard.APPEND_ONLY);

        assertThat(troubles).singleElement().satisfies(trouble -> {
            assertThat(trouble.title()).isEqualTo(title);
            assertThat(trouble.next()).startsWith(next);
            assertThat(trouble.said()).contains(said);
        });
    }
}
