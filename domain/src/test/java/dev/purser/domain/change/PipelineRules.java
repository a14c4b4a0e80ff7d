package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.StoredChanges.Standing;
import dev.purser.domain.change.StoredChanges.Stored;
import dev.purser.domain.change.WorldOutside.Flight;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What has to be true at every moment of {@link PipelineModel}. */
final class PipelineRules {

    private PipelineRules() {}

    /** Which rule is broken, in words; empty where all is well. */
    static Optional<String> brokenIn(Situation now, PipelineModel model) {
        return withoutIntent(now)
                .or(() -> confirmedWrongly(now))
                .or(() -> ruledOutWrongly(now))
                .or(() -> outOfOrder(now))
                .or(() -> overlapping(now))
                .or(() -> sentTooOften(now))
                .or(() -> otherThanRecorded(now, model));
    }

    /** I1: nothing leaves without an intent that is stored. */
    private static Optional<String> withoutIntent(Situation now) {
        return now.world().flights().stream()
                .filter(flight -> !now.stored().has(flight.change(), flight.attempt()))
                .findFirst()
                .map(flight -> "I1: sent without an intent: " + flight);
    }

    /** I2: confirmed is only what was applied. */
    private static Optional<String> confirmedWrongly(Situation now) {
        return numbers(now)
                .filter(change -> now.stored().change(change).standing() == Standing.CONFIRMED)
                .filter(change -> !now.world().landed().contains(change))
                .mapToObj(change -> "I2: confirmed, but never applied: " + change)
                .findFirst();
    }

    /** I3: what is certainly not applied never was, and never will be. */
    private static Optional<String> ruledOutWrongly(Situation now) {
        return numbers(now)
                .filter(change -> ruledOut(now.stored().change(change).standing()))
                .filter(change -> now.world().landed().contains(change))
                .mapToObj(change -> "I3: " + now.stored().change(change).standing() + ", but applied: " + change)
                .findFirst();
    }

    private static boolean ruledOut(Standing standing) {
        return switch (standing) {
            case NOT_APPLIED, REFUSED, CONFLICT -> true;
            case REQUESTED, HELD_BACK, SUBMITTING, UNKNOWN, CONFIRMED, DISPUTED, UNREADABLE -> false;
        };
    }

    /** I4: an old change never lands after a newer one. */
    private static Optional<String> outOfOrder(Situation now) {
        var landed = now.world().landed();
        return IntStream.range(1, landed.size())
                .filter(index -> landed.get(index) < landed.get(index - 1))
                .mapToObj(index -> "I4: landed after a newer change: " + landed.get(index))
                .findFirst();
    }

    /** Requests of two changes are never on their way at once. */
    private static Optional<String> overlapping(Situation now) {
        return now.world().flights().stream().map(Flight::change).distinct().count() > 1
                ? Optional.of("Overlapping requests: " + now.world().flights())
                : Optional.empty();
    }

    /** After an attempt without a certain answer there is one resend, and nothing more. */
    private static Optional<String> sentTooOften(Situation now) {
        return numbers(now)
                .filter(change -> now.stored().change(change).attempts().stream()
                                .dropWhile(StoredChanges.Tried::certain)
                                .count()
                        > 2)
                .mapToObj(change -> "Sent again more than once: " + change)
                .findFirst();
    }

    /** I5: when all is quiet, Microsoft has what was confirmed last. */
    private static Optional<String> otherThanRecorded(Situation now, PipelineModel model) {
        var changes = now.stored().changes();
        if (model.edited(now)
                || !now.stored().allEnded()
                || !now.world().flights().isEmpty()) {
            return Optional.empty();
        }
        if (changes.stream().map(Stored::standing).anyMatch(Standing.DISPUTED::equals)) {
            return Optional.of("I5: nobody else was there, but it is disputed");
        }
        if (changes.stream().map(Stored::standing).anyMatch(Standing.UNREADABLE::equals)) {
            return Optional.empty();
        }
        var expected = expected(changes, model);
        return now.world().inForce().equals(expected)
                ? Optional.empty()
                : Optional.of("I5: Microsoft has " + now.world().inForce() + ", the records say " + expected);
    }

    private static SpendingLimit expected(List<Stored> changes, PipelineModel model) {
        return IntStream.rangeClosed(1, changes.size())
                .filter(change -> changes.get(change - 1).standing() == Standing.CONFIRMED)
                .mapToObj(model::wanted)
                .reduce(model.base(), (before, after) -> after);
    }

    private static IntStream numbers(Situation now) {
        return IntStream.rangeClosed(1, now.stored().changes().size());
    }
}
