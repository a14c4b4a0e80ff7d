package dev.purser.domain.change;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.history.WrittenEntries.Written;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.ScriptedBudgets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What has to be true of every history, told by comparing what is recorded with what Partner Center really applied.
 * Each change asks for a budget of its own, so that an applied budget tells whose it is.
 */
final class Invariants {

    /** A change is sent once, and once more after silence. */
    private static final int MOST_SENDINGS_UNDER_ONE_ID = 2;

    private final ScriptedBudgets budgets;
    private final WrittenEntries entries;
    private final CustomerId customer;
    private final SpendingLimit first;
    private final Set<UUID> blamed = new HashSet<>();
    /** By change that was asked for while what the person saw was in force: how often the budget had been set by then. */
    private final Map<UUID, Integer> timesSetWhenAsked = new HashMap<>();

    private int outsideEdits;

    Invariants(ScriptedBudgets budgets, WrittenEntries entries, CustomerId customer) {
        this.budgets = budgets;
        this.entries = entries;
        this.customer = customer;
        this.first = budgets.inForce(customer);
    }

    void outsideEdit(SpendingLimit limit) {
        budgets.set(customer, limit);
        outsideEdits++;
    }

    void asked(Change change) {
        if (budgets.inForce(customer).equals(change.seen())) {
            timesSetWhenAsked.put(change.id(), budgets.timesSet(customer));
        }
    }

    int outsideEdits() {
        return outsideEdits;
    }

    /** @param changes in the order in which they were accepted */
    Optional<String> violatedBy(List<Change> changes) {
        var applied = applied();
        return intendedFirst()
                .or(() -> anyOf(changes, applied))
                .or(() -> nobodyBlamedInVain(changes))
                .or(() -> inOrder(changes, applied))
                .or(() -> neverSentMoreThanTwice());
    }

    /** @param changes all of which have ended, with nothing on its way any more */
    Optional<String> violatedInTheEndBy(List<Change> changes) {
        return violatedBy(changes)
                .or(() -> budgets.inFlight() ? Optional.of("Something can still land") : Optional.empty())
                .or(() -> asRecorded(changes))
                .or(() -> toldInFull(changes));
    }

    private List<SpendingLimit> applied() {
        return budgets.applied().stream().map(one -> one.order().wanted()).toList();
    }

    /** I1: nothing leaves without an intent that is recorded. */
    private Optional<String> intendedFirst() {
        var intended = entries.of(customer).stream()
                .filter(entry -> entry.kind() == EntryKind.CHANGE_SENDING)
                .map(entry -> entry.facts().get("correlation"))
                .collect(Collectors.toSet());
        return budgets.received().stream()
                .filter(order -> !intended.contains(order.correlation().toString()))
                .findFirst()
                .map(order -> "I1: sent without an intent: " + order);
    }

    /** I2 and I3: confirmed is what was applied; what is certainly not applied never was and never will be. */
    private Optional<String> anyOf(List<Change> changes, Collection<SpendingLimit> applied) {
        return changes.stream()
                .flatMap(change -> wrong(change, applied.contains(change.wanted())).stream())
                .findFirst();
    }

    private Optional<String> wrong(Change change, boolean applied) {
        return switch (change.state()) {
            case ChangeState.Confirmed confirmed
            when !applied && !setByOthersSinceSent(change) ->
                Optional.of("I2: confirmed, but never applied: " + change);
            case ChangeState.NotApplied notApplied
            when applied -> Optional.of("I3: not applied, but it was: " + change);
            case ChangeState.Refused refused when applied -> Optional.of("I3: refused, but applied: " + change);
            case ChangeState.Conflict conflict
            when applied -> Optional.of("I3: nothing was sent, but it was applied: " + change);
            case ChangeState other -> Optional.empty();
        };
    }

    /** Read back, the budget asked for is in force, whoever put it there; an old reading is not that. */
    private boolean setByOthersSinceSent(Change change) {
        return !change.attempts().isEmpty()
                && budgets.wasInForceSince(
                        customer, change.wanted(), change.attempts().getFirst().intendedAt());
    }

    /** I6: "changed by someone else" is not said where the budget that the person saw was in force all the time. */
    private Optional<String> nobodyBlamedInVain(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.state() instanceof ChangeState.Conflict)
                .filter(change -> blamed.add(change.id()))
                .filter(change ->
                        Integer.valueOf(budgets.timesSet(customer)).equals(timesSetWhenAsked.get(change.id())))
                .findFirst()
                .map(change -> "I6: changed by nobody: " + change);
    }

    /** I4: an old change never lands after a newer one. */
    private static Optional<String> inOrder(List<Change> changes, List<SpendingLimit> applied) {
        var wanted = changes.stream().map(Change::wanted).toList();
        var newest = -1;
        for (var limit : applied) {
            var number = wanted.indexOf(limit);
            if (number < newest) {
                return Optional.of("I4: landed after a newer change: " + changes.get(number));
            }
            newest = number;
        }
        return Optional.empty();
    }

    /** I5: when all is quiet, Microsoft shows the last budget that was confirmed. */
    private Optional<String> asRecorded(List<Change> changes) {
        if (outsideEdits > 0) {
            return Optional.empty();
        }
        var expected = first;
        for (var change : changes) {
            if (change.state() instanceof ChangeState.Disputed) {
                return Optional.of("I5: nobody else was there, but it is disputed: " + change);
            }
            if (change.state() instanceof ChangeState.Confirmed) {
                expected = change.wanted();
            }
        }
        var shown = budgets.inForce(customer);
        return shown.equals(expected)
                ? Optional.empty()
                : Optional.of("I5: Microsoft has " + shown + ", the records say " + expected);
    }

    private Optional<String> neverSentMoreThanTwice() {
        Map<UUID, Integer> sendings = new HashMap<>();
        budgets.received().stream()
                .map(Budgets.Order::request)
                .forEach(request -> sendings.merge(request, 1, Integer::sum));
        return sendings.entrySet().stream()
                .filter(sent -> sent.getValue() > MOST_SENDINGS_UNDER_ONE_ID)
                .findFirst()
                .map(sent -> "Sent more than twice under one id: " + sent);
    }

    /** Each change's story begins with the wish, ends with its outcome, and no number of the stream is missing. */
    private Optional<String> toldInFull(List<Change> changes) {
        var told = entries.of(customer);
        for (var number = 1; number <= told.size(); number++) {
            if (told.get(number - 1).number() != number) {
                return Optional.of("A gap in the numbers: " + told.get(number - 1));
            }
        }
        return changes.stream()
                .filter(change -> {
                    var story = told.stream()
                            .filter(entry ->
                                    change.id().toString().equals(entry.facts().get("change")))
                            .map(Written::kind)
                            .toList();
                    return story.getFirst() != EntryKind.CHANGE_REQUESTED
                            || !story.getLast().equals(outcome(change.state()))
                            || story.stream().filter(ENDS::contains).count() != 1;
                })
                .findFirst()
                .map(change -> "Its entries do not tell it: " + change);
    }

    private static final Set<EntryKind> ENDS = Set.of(
            EntryKind.CHANGE_CONFIRMED,
            EntryKind.CHANGE_REFUSED,
            EntryKind.CHANGE_NOT_APPLIED,
            EntryKind.CHANGE_CONFLICT,
            EntryKind.CHANGE_DISPUTED);

    private static EntryKind outcome(ChangeState state) {
        return switch (state) {
            case ChangeState.Confirmed confirmed -> EntryKind.CHANGE_CONFIRMED;
            case ChangeState.Refused refused -> EntryKind.CHANGE_REFUSED;
            case ChangeState.NotApplied notApplied -> EntryKind.CHANGE_NOT_APPLIED;
            case ChangeState.Conflict conflict -> EntryKind.CHANGE_CONFLICT;
            case ChangeState.Disputed disputed -> EntryKind.CHANGE_DISPUTED;
            case ChangeState.Open open -> throw new IllegalArgumentException("It has not ended: " + open);
        };
    }
}
