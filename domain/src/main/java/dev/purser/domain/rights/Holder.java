package dev.purser.domain.rights;

import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may hold customers, as administrators see them.
 *
 * @param name as they signed in; of somebody invited, by what they were; empty once it was erased
 * @param address as the provider tells it, which may be anything; empty if it tells none
 * @param customers in their portfolio
 */
public record Holder(PersonId id, String name, String address, Standing standing, long customers) {

    /** Whether they have come in yet. */
    public sealed interface Standing {

        /**
         * They have signed in.
         *
         * @param at when they did last
         * @param roles those they came with; empty where it was not noted
         */
        record SignedIn(Instant at, Optional<Set<Role>> roles) implements Standing {

            public SignedIn {
                roles = roles.map(Set::copyOf);
            }
        }

        /**
         * They have not.
         *
         * @param at when they were invited; empty where they were entered into the database by hand
         */
        record Invited(Invitee.Kind by, Optional<Instant> at) implements Standing {}

        /** Their name was erased. What they hold can be taken, and nothing be granted. */
        record Erased() implements Standing {}
    }

    /** Whether what they hold counts for nothing: their newest sign-in came without the role that it takes. */
    public boolean lacksRole() {
        return standing instanceof Standing.SignedIn(var at, var roles)
                && roles.filter(known -> !known.contains(Role.ACCOUNT_MANAGER)).isPresent();
    }
}
