package dev.purser.web.receipt;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.web.format.Delta;
import java.util.List;
import java.util.Optional;

/**
 * Before, change, after. What was only asked for is never called the change.
 *
 * @param before what Microsoft showed last before sending, or what the person saw where nothing was sent
 * @param delta by how much; empty where there is nothing to subtract
 * @param wanted what was asked for
 * @param force whether what was asked for has become the budget
 * @param after the budget that came out of it; empty while, or where, it is not known
 */
public record Sum(
        BillingCurrency currency,
        SpendingLimit before,
        Optional<Delta> delta,
        SpendingLimit wanted,
        Force force,
        Optional<SpendingLimit> after) {

    /** What has become of the wish. */
    public enum Force {
        IN_FORCE,
        ASKED_FOR,
        /** It was asked for, and something else is the budget. */
        NOT_IN_FORCE,
        /** It was asked for, and nobody can tell what the budget is. */
        NEVER_KNOWN
    }

    static Sum of(Change change, List<Entry> entries) {
        // It was applied, and when it was found out, somebody may have changed it again.
        return entries.stream().anyMatch(entry -> entry.kind() == EntryKind.CHANGE_APPLIED_AFTER_ALL)
                ? sum(change, Force.NEVER_KNOWN, Optional.empty())
                : byState(change);
    }

    private static Sum byState(Change change) {
        return switch (change.state()) {
            case ChangeState.Open open -> sum(change, Force.ASKED_FOR, Optional.empty());
            case ChangeState.Confirmed confirmed -> sum(change, Force.IN_FORCE, Optional.of(change.wanted()));
            case ChangeState.Refused refused ->
                refused.step() == ChangeState.Refused.Step.READING
                        ? sum(change, Force.NEVER_KNOWN, Optional.empty())
                        : sum(change, Force.NOT_IN_FORCE, Optional.of(change.before()));
            case ChangeState.NotApplied(var shown, var at) -> sum(change, Force.NOT_IN_FORCE, Optional.of(shown));
            case ChangeState.Conflict(var shown, var at) -> sum(change, Force.NOT_IN_FORCE, Optional.of(shown));
            case ChangeState.Disputed(var shown, var at) ->
                sum(change, shown.isPresent() ? Force.NOT_IN_FORCE : Force.NEVER_KNOWN, shown);
        };
    }

    private static Sum sum(Change change, Force force, Optional<SpendingLimit> after) {
        return new Sum(
                change.currency(),
                change.before(),
                Delta.of(change.move(), change.currency()),
                change.wanted(),
                force,
                after);
    }

    public boolean inForce() {
        return force == Force.IN_FORCE;
    }

    public boolean neverKnown() {
        return force == Force.NEVER_KNOWN;
    }
}
