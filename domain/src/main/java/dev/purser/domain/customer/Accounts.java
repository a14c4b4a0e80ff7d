package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How reading goes for each account, for the status page. */
public interface Accounts {

    /**
     * A run through all customers of the account begins, unless one was completed within that time.
     *
     * @return when it began; empty when it is not due
     */
    Optional<Instant> begin(AccountName account, Duration atMostEvery);

    /** The run has read all there is. */
    void complete(AccountName account);

    /** The run stopped; it goes on at the next one. */
    void fail(AccountName account, KnownCustomer.ReadProblem.Kind kind, String words);

    /** The accounts in which the reader has customers; all of them for who sees all. */
    List<AccountState> all(Reader reader);

    /**
     * @param completedAt when all customers were last read
     * @param problem why the last run stopped; empty when it did not
     */
    record AccountState(
            AccountName account,
            long customers,
            Optional<Instant> begunAt,
            Optional<Instant> completedAt,
            Optional<Problem> problem) {}

    record Problem(KnownCustomer.ReadProblem.Kind kind, String words, Instant since) {}
}
