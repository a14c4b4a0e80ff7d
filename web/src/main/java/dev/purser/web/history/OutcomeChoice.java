package dev.purser.web.history;

import dev.purser.domain.history.EntryKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The outcomes that the history can be filtered by. */
public enum OutcomeChoice {
    CONFIRMED("confirmed"),
    REFUSED("refused"),
    NOT_APPLIED("not-applied"),
    SOMEONE_ELSE("someone-else"),
    UNKNOWN("unknown"),
    WAITING("waiting"),
    OUTSIDE("outside"),
    SIGNED_IN("signed-in"),
    CONNECTED("connected"),
    RIGHTS("rights");

    private final String key;

    OutcomeChoice(String key) {
        this.key = key;
    }

    public static Optional<OutcomeChoice> of(String key) {
        return Arrays.stream(values()).filter(choice -> choice.key.equals(key)).findFirst();
    }

    /** Whether its entries tell of the portal or an account, and of no customer. */
    public boolean isOfThePortal() {
        return switch (this) {
            case CONFIRMED, REFUSED, NOT_APPLIED, SOMEONE_ELSE, UNKNOWN, WAITING, OUTSIDE -> false;
            case SIGNED_IN, CONNECTED, RIGHTS -> true;
        };
    }

    /** As it stands in the address. */
    public String key() {
        return key;
    }

    /** Its entries. */
    public Set<EntryKind> kinds() {
        return switch (this) {
            case CONFIRMED -> EnumSet.of(EntryKind.CHANGE_CONFIRMED);
            case REFUSED -> EnumSet.of(EntryKind.CHANGE_REFUSED);
            case NOT_APPLIED -> EnumSet.of(EntryKind.CHANGE_NOT_APPLIED, EntryKind.CHANGE_APPLIED_AFTER_ALL);
            case SOMEONE_ELSE -> EnumSet.of(EntryKind.CHANGE_CONFLICT, EntryKind.CHANGE_DISPUTED);
            case UNKNOWN -> EnumSet.of(EntryKind.CHANGE_UNKNOWN);
            case OUTSIDE -> EnumSet.of(EntryKind.OUTSIDE_CHANGE);
            case WAITING -> EnumSet.of(EntryKind.CHANGE_REQUESTED, EntryKind.CHANGE_WAITING, EntryKind.CHANGE_SENDING);
            case SIGNED_IN -> EnumSet.of(EntryKind.SIGNED_IN);
            case CONNECTED -> EnumSet.of(EntryKind.ACCOUNT_CONNECTED);
            case RIGHTS ->
                EnumSet.of(
                        EntryKind.CUSTOMERS_GRANTED,
                        EntryKind.CUSTOMERS_TAKEN,
                        EntryKind.PERSON_INVITED,
                        EntryKind.INVITATION_WITHDRAWN,
                        EntryKind.INVITATION_ACCEPTED,
                        EntryKind.SESSIONS_ENDED);
        };
    }
}
