package dev.purser.domain.activity;

import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.Timing;
import dev.purser.domain.partnercenter.Activities.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose doing an activity record tells of. */
public sealed interface Origin {

    /** The record carries the correlation id of this attempt. */
    record Ours(Sent sent) implements Origin {}

    /** The record carries no id of ours, but fits this attempt: what cannot be told apart is never called an outside change. */
    record PerhapsOurs(Sent sent) implements Origin {}

    /** The budget was changed without Purser. */
    record Outside() implements Origin {}

    /** An attempt of ours, with the change that it belongs to. */
    record Sent(Change change, Attempt attempt) {}

    /** Microsoft's clock, from which a record has its time, and ours may differ by this much before we would notice. */
    Duration CLOCKS_APART = Duration.ofHours(1);

    /**
     * @param activity of the customer that all of the attempts were for
     * @param sent attempts of ours that the record may tell of
     */
    static Origin of(Activity activity, List<Sent> sent, Timing timing) {
        var byId = sent.stream()
                .filter(ours ->
                        activity.correlation().equals(Optional.of(ours.attempt().correlation())))
                .findFirst();
        if (byId.isPresent()) {
            return new Ours(byId.get());
        }
        return sent.stream()
                .filter(ours -> fits(activity, ours, timing))
                .max(Comparator.comparing(ours -> ours.attempt().intendedAt()))
                .<Origin>map(PerhapsOurs::new)
                .orElseGet(Outside::new);
    }

    private static boolean fits(Activity activity, Sent ours, Timing timing) {
        var intended = ours.attempt().intendedAt();
        return mayHaveLanded(ours.attempt())
                && activity.after().map(ours.change().wanted()::equals).orElse(true)
                && !intended.isBefore(earliest(activity, timing))
                && !intended.isAfter(latest(activity));
    }

    /** The earliest intent that a record without an id of ours may tell of: it landed as late as any may. */
    static Instant earliest(Activity activity, Timing timing) {
        return activity.at()
                .minus(timing.sendFence())
                .minus(timing.landingWindow())
                .minus(CLOCKS_APART);
    }

    /** The latest such intent: it landed at once. */
    static Instant latest(Activity activity) {
        return activity.at().plus(CLOCKS_APART);
    }

    private static boolean mayHaveLanded(Attempt attempt) {
        return attempt.end()
                .map(end -> switch (end) {
                    case APPLIED, LOST -> true;
                    case REJECTED, UNAUTHORIZED, THROTTLED, NEVER_SENT, CREDENTIALS_REFUSED -> false;
                })
                .orElse(true);
    }
}
