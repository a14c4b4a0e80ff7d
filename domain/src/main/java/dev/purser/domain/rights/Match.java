package dev.purser.domain.rights;

import dev.purser.domain.budget.AccountName;
import java.util.Optional;

/**
 * Which customers an administrator looks for, while looking at one person.
 *
 * @param text part of the name or domain, or the beginning of the tenant id; empty for all
 */
public record Match(String text, Optional<AccountName> account, Holding holding) {

    /** Whose they are. */
    public enum Holding {
        ANYBODYS,
        /** In the portfolio of the person who is looked at. */
        HELD,
        /** Not in it. */
        NOT_HELD,
        /** In nobody's portfolio. */
        NOBODYS
    }
}
