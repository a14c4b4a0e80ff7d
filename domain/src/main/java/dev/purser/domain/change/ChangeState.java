package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a change stands. All times are the database's. */
public sealed interface ChangeState {

    /** A change that occupies its customer: nobody can ask for another. */
    sealed interface Open extends ChangeState {}

    /** An outcome: it never changes again and frees the customer. */
    sealed interface Ended extends ChangeState {
        Instant at();
    }

    /**
     * Accepted; nothing of it is on its way.
     *
     * @param waiting what it waits for; empty when it will be sent at once
     * @param tries how often it has waited
     */
    record Requested(Optional<Waiting> waiting, int tries) implements Open {}

    /** The intent of the last attempt is recorded and its answer is not. */
    record Submitting(Instant since) implements Open {}

    /**
     * It may have been applied, may still be, or may not.
     *
     * @param trouble what broke
     * @param since when
     * @param lastShown what the last check showed; empty before the first and where nothing could be read
     * @param checks how often it was looked at
     * @param certainBy when the quarantine ends, after which a reading decides
     */
    record Unknown(
            Trouble trouble,
            Instant since,
            Optional<SpendingLimit> lastShown,
            Optional<Instant> lastCheckAt,
            int checks,
            Instant nextCheckAt,
            Instant certainBy)
            implements Open {}

    record Confirmed(Evidence evidence, UUID correlation, Instant at) implements Ended {}

    /** @param step what Microsoft refused */
    record Refused(Refusal refusal, Step step, Instant at) implements Ended {

        public enum Step {
            /** To show the budget before it would have been sent: nobody knows what it is now. */
            READING("reading"),
            /** The budget that was sent, or that would have been sent next: it is what it was right before. */
            SENDING("sending");

            private final String key;

            Step(String key) {
                this.key = key;
            }

            /** As written in entries. */
            public String key() {
                return key;
            }
        }
    }

    /** Certainly not applied, now and later. */
    record NotApplied(SpendingLimit shown, Instant at) implements Ended {}

    /** Microsoft showed another budget than the person had seen; nothing was sent. */
    record Conflict(SpendingLimit shown, Instant at) implements Ended {}

    /** After the quarantine Microsoft shows a third budget; empty where the customer cannot be read any more. */
    record Disputed(Optional<SpendingLimit> shown, Instant at) implements Ended {}

    /** What an accepted change waits for, and until when at the earliest. */
    record Waiting(Cause cause, Instant until) {

        public enum Cause {
            /** An earlier request to this customer may still land. */
            QUARANTINE("quarantine"),
            /** Microsoft asked us to wait. */
            THROTTLED("throttled"),
            /** Microsoft cannot be reached or read. */
            UNAVAILABLE("unavailable"),
            /** The portal's settings do not have the account any more. */
            ACCOUNT_NOT_SET_UP("account-not-set-up"),
            /** Microsoft shows a budget that may have been replaced a moment ago. */
            OLD_READING("old-reading"),
            /** A new token is needed, which is fetched at once. */
            NEW_TOKEN("new-token");

            private final String key;

            Cause(String key) {
                this.key = key;
            }

            /** As written in entries. */
            public String key() {
                return key;
            }
        }
    }
}
