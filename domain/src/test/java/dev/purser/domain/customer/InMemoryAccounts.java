package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How reading goes for each account, in memory. Customers are not counted here, and every reader sees every account. */
final class InMemoryAccounts implements Accounts {

    private final InstantSource clock;
    private final Map<AccountName, AccountState> states = new TreeMap<>();

    InMemoryAccounts(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Instant> begin(AccountName account, Duration atMostEvery) {
        var now = clock.instant();
        var before = state(account);
        if (before.completedAt()
                .filter(completed -> completed.plus(atMostEvery).isAfter(now))
                .isPresent()) {
            return Optional.empty();
        }
        states.put(account, new AccountState(account, 0, Optional.of(now), before.completedAt(), before.problem()));
        return Optional.of(now);
    }

    @Override
    public void complete(AccountName account) {
        var begun = state(account).begunAt();
        states.put(account, new AccountState(account, 0, begun, Optional.of(clock.instant()), Optional.empty()));
    }

    @Override
    public void fail(AccountName account, KnownCustomer.ReadProblem.Kind kind, String words) {
        var before = state(account);
        var since = before.problem().map(Problem::since).orElseGet(clock::instant);
        states.put(
                account,
                new AccountState(
                        account,
                        0,
                        before.begunAt(),
                        before.completedAt(),
                        Optional.of(new Problem(kind, words, since))));
    }

    @Override
    public List<AccountState> all(Reader reader) {
        return List.copyOf(states.values());
    }

    AccountState state(AccountName account) {
        return states.getOrDefault(
                account, new AccountState(account, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
