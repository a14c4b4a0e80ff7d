package dev.purser.web.format;

import dev.purser.domain.change.ChangeState;
import dev.purser.domain.history.Entry;

/** What has become of a change, or where it stands, as a word with its shape. */
public enum Outcome {
    ASKED("waiting"),
    WAITING("waiting"),
    SENDING("waiting"),
    UNKNOWN("unknown"),
    CONFIRMED("confirmed"),
    REFUSED("refused"),
    NOT_APPLIED("not-applied"),
    SOMEONE_ELSE("someone-else"),
    /** The customer cannot be read any more, so nobody will ever know. */
    NEVER_KNOWN("unknown"),
    /** Microsoft's records show that it was applied, after it had ended otherwise. */
    APPLIED_AFTER_ALL("someone-else"),
    /** Changed without Purser. */
    OUTSIDE("someone-else"),
    /** May be a change of ours, or somebody else's. */
    PERHAPS_OURS("unknown"),
    /** Not a change: something that has happened and was written down. */
    RECORDED("confirmed");

    private final String shape;

    Outcome(String shape) {
        this.shape = shape;
    }

    /** The ending of its icon's and its class's name. */
    public String shape() {
        return shape;
    }

    /** Whether the budget was certainly set at Microsoft. All others are written softly: only asked for. */
    public boolean inForce() {
        return this == CONFIRMED || this == OUTSIDE;
    }

    public static Outcome of(ChangeState state) {
        return switch (state) {
            case ChangeState.Requested(var waiting, var tries) -> waiting.isPresent() ? WAITING : ASKED;
            case ChangeState.Submitting submitting -> SENDING;
            case ChangeState.Unknown unknown -> UNKNOWN;
            case ChangeState.Confirmed confirmed -> CONFIRMED;
            case ChangeState.Refused refused -> REFUSED;
            case ChangeState.NotApplied notApplied -> NOT_APPLIED;
            case ChangeState.Conflict conflict -> SOMEONE_ELSE;
            case ChangeState.Disputed(var shown, var at) -> shown.isPresent() ? SOMEONE_ELSE : NEVER_KNOWN;
        };
    }

    public static Outcome of(Entry entry) {
        return switch (entry.kind()) {
            case CHANGE_REQUESTED -> ASKED;
            case CHANGE_WAITING -> WAITING;
            case CHANGE_SENDING -> SENDING;
            case CHANGE_UNKNOWN -> UNKNOWN;
            case CHANGE_CONFIRMED -> CONFIRMED;
            case CHANGE_REFUSED -> REFUSED;
            case CHANGE_NOT_APPLIED -> NOT_APPLIED;
            case CHANGE_CONFLICT -> SOMEONE_ELSE;
            case CHANGE_DISPUTED ->
                entry.fact("shown").filter("cannot be read"::equals).isPresent() ? NEVER_KNOWN : SOMEONE_ELSE;
            case CHANGE_RECORDED -> RECORDED;
            case CHANGE_APPLIED_AFTER_ALL -> APPLIED_AFTER_ALL;
            case CHANGE_PERHAPS_RECORDED -> PERHAPS_OURS;
            case OUTSIDE_CHANGE -> OUTSIDE;
            case SIGNED_IN,
                    ACCOUNT_CONNECTED,
                    CUSTOMERS_GRANTED,
                    CUSTOMERS_TAKEN,
                    PERSON_INVITED,
                    INVITATION_WITHDRAWN,
                    INVITATION_ACCEPTED,
                    SESSIONS_ENDED -> RECORDED;
        };
    }
}
