package dev.purser.domain.rights;

import dev.purser.domain.budget.CustomerId;
import java.util.OptionalLong;
import java.util.Set;

/** The customers that are to be granted or taken. */
public sealed interface Selection {

    /** Those that were marked one by one. Which of them Purser does not know is passed over. */
    record These(Set<CustomerId> customers) implements Selection {

        public These {
            customers = Set.copyOf(customers);
        }
    }

    /**
     * All that match and are not yet as they are to be.
     *
     * @param confirmed how many the administrator was shown and has agreed to
     */
    record AllThatMatch(Match match, OptionalLong confirmed) implements Selection {}
}
