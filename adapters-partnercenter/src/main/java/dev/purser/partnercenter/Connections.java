package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The connections by account. */
record Connections(Map<AccountName, Connection> byAccount) {

    Connections {
        byAccount = Map.copyOf(byAccount);
    }

    /** Empty where the account is not among those that were given: an operator may have taken it out of the settings. */
    Optional<Connection> find(AccountName account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    /** Asks over the account's connection, or says that it is not set up. */
    <T> Reading<T> ask(AccountName account, Function<Connection, Reading<T>> question) {
        return find(account)
                .map(question)
                .orElseGet(() -> new Reading.Unavailable<>(notSetUp(account), UUID.randomUUID()));
    }

    static Trouble notSetUp(AccountName account) {
        return new Trouble(Trouble.Kind.ACCOUNT_NOT_SET_UP, account.value());
    }
}
