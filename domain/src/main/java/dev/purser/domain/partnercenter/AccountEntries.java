package dev.purser.domain.partnercenter;

import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Facts;
import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.RefreshTokens.Connected;
import dev.purser.domain.partnercenter.RefreshTokens.Registration;

/** What the history says of accounts. */
public final class AccountEntries {

    private AccountEntries() {}

    /** Somebody has consented that this account reads with their rights. */
    public static Draft connected(Registration registration, Connected how) {
        return new Draft(
                EntryKind.ACCOUNT_CONNECTED,
                new Stream.OfAccount(registration.account()),
                how.who(),
                Facts.none()
                        .andForeign("tenant", registration.tenant())
                        .andForeign("application", registration.application())
                        .and("secondFactor", how.factor().key()));
    }
}
