package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The changes, kept with their history: each method that writes commits the state and the entry that tells of it together,
 * in one transaction of its own. Leases, quarantines and pauses are compared by the database's clock.
 */
public interface Changes {

    /**
     * T1: accepts a wish, unless it was accepted before or another one occupies the customer.
     *
     * @param writer whose customers may be changed, asked in the same transaction
     */
    Acceptance accept(Reader writer, Change wish);

    /** What became of a wish. */
    sealed interface Acceptance {

        record Accepted(UUID change) implements Acceptance {}

        /** A change with this id exists. Whether it is the same wish is for the caller to compare. */
        record Known(Change change) implements Acceptance {}

        /** Another change is open for this customer. */
        record Occupied(Occupant by) implements Acceptance {}

        /** The customer is none of those that the writer may change. */
        record NotPermitted() implements Acceptance {}
    }

    /** The open change that keeps others out. */
    record Occupant(UUID change, String who, Instant since, SpendingLimit seen, SpendingLimit wanted) {}

    /** The change as it stands, if the reader may see it. */
    Optional<Receipt> find(Reader reader, UUID change);

    /**
     * @param who name of the person who asked; empty when it was erased
     * @param customerDomain empty text if Microsoft names none
     */
    record Receipt(Change change, Optional<String> who, String customerDomain) {}

    /**
     * T2: claims a change that is due, of a customer that no other node holds. A change is due when its pause is over; one
     * that has yet to be sent, only after its customer's quarantine.
     *
     * @param node who claims, for the operators
     * @param lease how long the claim lasts
     */
    Optional<Claim> claim(String node, Duration lease);

    /**
     * T3: records the intent to send, and begins the lease and the quarantine anew.
     *
     * @return the claim with the new attempt; empty when the lease was lost, and then nothing may be sent
     */
    Optional<Claim> intend(Claim claim, Next.Send send, Duration lease);

    /**
     * Gives the customer back with nothing done: the change stays as it is, and due. Where the lease was lost, nothing
     * happens.
     */
    void release(Claim claim);

    /**
     * T4 and T5: records what followed and gives the customer back. Where the lease was lost, nothing is written: whoever
     * holds it now decides. A confirmed budget becomes the one that is known of its customer.
     *
     * @param end what came of the last attempt, if this is its answer
     */
    void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end);
}
