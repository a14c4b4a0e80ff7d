package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The right of one node to work on one change, and so on its customer, for a while.
 *
 * @param epoch of the customer's lease; every write compares it, so that a node that lost the lease writes nothing
 * @param quarantineOver whether, when it was claimed, every request that got no certain answer could no longer land
 * @param superseded budgets of this customer that confirmed changes have replaced so recently that Microsoft may still show
 *     them: within the read staleness. Seen again, they prove nothing
 * @param recorded the correlation id of an attempt that Microsoft's activity records show as carried out, if any
 */
public record Claim(
        Change change, long epoch, boolean quarantineOver, Set<SpendingLimit> superseded, Optional<UUID> recorded) {

    public Claim {
        superseded = Set.copyOf(superseded);
    }
}
