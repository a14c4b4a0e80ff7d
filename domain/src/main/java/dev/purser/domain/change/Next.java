package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What follows for a change from what was seen. */
public sealed interface Next {

    /**
     * Record the intent and send it.
     *
     * @param readBefore what Microsoft shows
     * @param request the request id to send it under
     */
    record Send(SpendingLimit readBefore, UUID request) implements Next {}

    /** Everything that only has to be recorded. Durations count from the moment of recording, by the database's clock. */
    sealed interface Transition extends Next {}

    /** Nothing is on its way; try again after a pause. */
    record Wait(Waiting.Cause cause, Duration pause, String detail) implements Transition {}

    /** It may or may not have been applied. */
    record LoseSight(Trouble trouble, UUID correlation, Duration nextCheck) implements Transition {}

    /** A check decided nothing; not a step worth an entry. */
    record KeepLooking(Optional<SpendingLimit> shown, Duration nextCheck) implements Transition {}

    record Confirm(Evidence evidence, int status, UUID correlation) implements Transition {}

    /** @param step what Microsoft refused */
    record Refuse(Refusal refusal, ChangeState.Refused.Step step) implements Transition {}

    /** Certainly not applied. */
    record RuleOut(SpendingLimit shown, UUID correlation) implements Transition {}

    record StandBack(SpendingLimit shown, UUID correlation) implements Transition {}

    record Dispute(Optional<SpendingLimit> shown, UUID correlation) implements Transition {}
}
