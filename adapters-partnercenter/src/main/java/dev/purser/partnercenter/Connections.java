package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import java.util.Map;

/** The connections by account. */
record Connections(Map<AccountName, Connection> byAccount) {

    Connections {
        byAccount = Map.copyOf(byAccount);
    }

    /** @throws IllegalArgumentException if there is no such account */
    Connection of(AccountName account) {
        var connection = byAccount.get(account);
        if (connection == null) {
            throw new IllegalArgumentException("No such account: " + account);
        }
        return connection;
    }
}
