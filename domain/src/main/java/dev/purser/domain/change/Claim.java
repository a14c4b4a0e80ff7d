package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Reading;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The right of one node to work on one change, and so on its customer, for a while.
 *
 * @param epoch of the customer's lease; every write compares it, so that a node that lost the lease writes nothing
 * @param at when it was claimed, by the clock that readings are compared with
 * @param quarantineOver whether, when it was claimed, every request that got no certain answer could no longer land
 * @param superseded budgets of this customer that confirmed changes have replaced so recently that Microsoft may still show
 *     them: within the read staleness. Seen again, they prove nothing
 * @param listed whether Microsoft lists the customer, as far as we know
 * @param unsettled the budget known of this customer, where another was known until a moment ago and no change of ours
 *     explains it: for the read staleness, Microsoft may show anything that was in force earlier, and only this one proves
 *     something
 * @param recorded the correlation id of an attempt that Microsoft's activity records show as carried out, if any
 */
public record Claim(
        Change change,
        long epoch,
        Instant at,
        boolean quarantineOver,
        boolean listed,
        Set<SpendingLimit> superseded,
        Optional<SpendingLimit> unsettled,
        Optional<UUID> recorded) {

    public Claim {
        superseded = Set.copyOf(superseded);
    }

    /** The same once the intent of a further attempt is recorded, which from then on may land. */
    public Claim sending(Attempt attempt) {
        return new Claim(change.sending(attempt), epoch, at, false, listed, superseded, unsettled, recorded);
    }

    /** What proves nothing where this reading shows it. */
    Set<SpendingLimit> provesNothing(Reading<SpendingLimit> reading) {
        return reading instanceof Reading.Read<SpendingLimit>(var shown, var correlation)
                        && unsettled.filter(known -> !known.equals(shown)).isPresent()
                ? Set.of(shown)
                : superseded;
    }
}
