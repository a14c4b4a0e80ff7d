package dev.purser.domain.portfolio;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who is signed in, with what they may do.
 *
 * @param name as their sign-in gave it; shown, never a key
 */
public record Actor(PersonId person, String name, Set<Role> roles, Portfolios portfolios) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** What this person may see. Several roles add up. */
    public Reader reader() {
        if (is(Role.AUDITOR)) {
            return new Reader(new Reader.Customers.All(), Reader.Portal.SEEN);
        }
        var portal = is(Role.ADMINISTRATOR) ? Reader.Portal.SEEN : Reader.Portal.HIDDEN;
        if (is(Role.ACCOUNT_MANAGER)) {
            return new Reader(own(), portal);
        }
        return is(Role.ADMINISTRATOR) ? new Reader(new Reader.Customers.NamesOnly(), portal) : Reader.NOBODY;
    }

    /** The customers whose budgets this person may change; empty where their roles change none. */
    public Optional<Reader> writer() {
        return is(Role.ACCOUNT_MANAGER) ? Optional.of(new Reader(own(), Reader.Portal.HIDDEN)) : Optional.empty();
    }

    private Reader.Customers own() {
        return switch (portfolios) {
            case ASSIGNED -> new Reader.Customers.PortfolioOf(person);
            case OPEN -> new Reader.Customers.All();
        };
    }
}
