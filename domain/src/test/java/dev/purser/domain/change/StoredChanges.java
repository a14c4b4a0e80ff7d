package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.WorldOutside.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that the database knows of one customer and its changes, as far as anything that follows depends on it: two of
 * these are equal where the pipeline cannot tell them apart.
 *
 * @param changes in the order in which they were accepted
 */
record StoredChanges(List<Stored> changes, Lease lease) {

    static final StoredChanges NONE = new StoredChanges(List.of(), Lease.FREE);

    StoredChanges {
        changes = List.copyOf(changes);
    }

    enum Lease {
        FREE,
        HELD,
        /** Its time is over, and nobody else has taken it yet. */
        OVER
    }

    /**
     * A change as stored.
     *
     * @param age of its confirmation; told only while it makes a difference
     */
    record Stored(SpendingLimit seen, Standing standing, Age age, List<Tried> attempts) {

        Stored {
            attempts = standing.ended() && !(standing == Standing.CONFIRMED && age == Age.FRESH)
                    ? attempts.stream().map(Tried::inThePast).toList()
                    : List.copyOf(attempts);
        }

        @Override
        public String toString() {
            return standing + (attempts.isEmpty() ? "" : " " + attempts);
        }
    }

    enum Standing {
        REQUESTED,
        /** Requested, and not to be sent before the quarantine is over. */
        HELD_BACK,
        SUBMITTING,
        UNKNOWN,
        CONFIRMED,
        REFUSED,
        NOT_APPLIED,
        CONFLICT,
        DISPUTED,
        /** Disputed, since the customer cannot be read any more. */
        UNREADABLE;

        boolean ended() {
            return switch (this) {
                case REQUESTED, HELD_BACK, SUBMITTING, UNKNOWN -> false;
                case CONFIRMED, REFUSED, NOT_APPLIED, CONFLICT, DISPUTED, UNREADABLE -> true;
            };
        }
    }

    /**
     * An attempt as stored.
     *
     * @param again whether it repeats the request id of the one before
     * @param age told only while it has no certain answer
     */
    record Tried(boolean again, SpendingLimit readBefore, Optional<Attempt.End> end, Age age) {

        boolean certain() {
            return end.map(Attempt.End::certain).orElse(false);
        }

        /** Whether it may still leave. */
        boolean fresh() {
            return !certain() && age == Age.FRESH;
        }

        Tried aged(Age to) {
            return new Tried(again, readBefore, end, to);
        }

        /** What is left of it when its change has ended: it may hold the next one back, and that is all. */
        Tried inThePast() {
            return new Tried(
                    false,
                    SpendingLimit.notSet(),
                    Optional.of(certain() || age == Age.SETTLED ? Attempt.End.NEVER_SENT : Attempt.End.LOST),
                    age == Age.SETTLED ? Age.FRESH : age);
        }

        @Override
        public String toString() {
            return end.map(Attempt.End::toString).orElse("no answer") + (certain() ? "" : " " + age);
        }
    }

    /** How long ago something was, by what is certain since then. */
    enum Age {
        /** An attempt may still leave; an old budget may still be shown. */
        FRESH,
        /** The fence has closed. */
        CLOSED,
        /** What left before the fence closed has landed, if it ever lands. */
        LANDED,
        /** Nobody shows the budget any more that it replaced. */
        SETTLED;

        boolean atLeast(Age other) {
            return compareTo(other) >= 0;
        }
    }

    Stored change(int number) {
        return changes.get(number - 1);
    }

    Tried attempt(int change, int number) {
        return change(change).attempts().get(number - 1);
    }

    boolean has(int change, int attempt) {
        return change <= changes.size() && attempt <= change(change).attempts().size();
    }

    /** Whether a change has replaced it that was confirmed a moment ago. */
    boolean replacedJustNow(SpendingLimit limit) {
        return changes.stream()
                .anyMatch(change -> change.standing() == Standing.CONFIRMED
                        && change.age() == Age.FRESH
                        && change.seen().equals(limit));
    }

    boolean allEnded() {
        return changes.stream().allMatch(change -> change.standing().ended());
    }

    /** When the fences of those attempts close that may still leave. */
    Stream<Moment> fresh() {
        return IntStream.rangeClosed(1, changes.size())
                .boxed()
                .flatMap(change -> IntStream.rangeClosed(
                                1, change(change).attempts().size())
                        .filter(attempt -> attempt(change, attempt).fresh())
                        .mapToObj(attempt -> Moment.closed(change, attempt)));
    }

    /** The lease runs out. Its time covers the fence, so whatever was intended under it can leave no more. */
    StoredChanges leaseOver() {
        var later = changes.stream()
                .map(change -> with(
                        change,
                        change.attempts().stream()
                                .map(tried -> tried.fresh() ? tried.aged(Age.CLOSED) : tried)
                                .toList()))
                .toList();
        return new StoredChanges(later, Lease.OVER);
    }

    /** Time passes until the attempt is that old. */
    StoredChanges aged(int change, int attempt, Age age) {
        var attempts = new ArrayList<>(change(change).attempts());
        attempts.set(attempt - 1, attempts.get(attempt - 1).aged(age));
        return with(change, with(change(change), attempts));
    }

    /** It was so long ago that the change was confirmed that no older budget is shown any more. */
    StoredChanges confirmedLongAgo(int change) {
        var old = change(change);
        return with(change, new Stored(old.seen(), old.standing(), Age.SETTLED, old.attempts()));
    }

    private StoredChanges with(int number, Stored change) {
        var all = new ArrayList<>(changes);
        all.set(number - 1, change);
        return new StoredChanges(all, lease);
    }

    private static Stored with(Stored change, List<Tried> attempts) {
        return new Stored(change.seen(), change.standing(), change.age(), attempts);
    }

    @Override
    public String toString() {
        return IntStream.rangeClosed(1, changes.size())
                        .mapToObj(number -> number + ": " + change(number))
                        .collect(Collectors.joining(", ", "", changes.isEmpty() ? "" : "; "))
                + "lease " + lease;
    }
}
