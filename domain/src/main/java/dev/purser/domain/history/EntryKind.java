package dev.purser.domain.history;

import java.util.Arrays;

/** What an entry tells of. */
public enum EntryKind {
    /** A person asked for a budget. */
    CHANGE_REQUESTED("change-requested"),
    /** It waits, and for what; nothing is on its way to Microsoft. */
    CHANGE_WAITING("change-waiting"),
    /** The intent to send it, written before a byte is sent. */
    CHANGE_SENDING("change-sending"),
    /** It was sent, or may have been, and no certain answer came. */
    CHANGE_UNKNOWN("change-unknown"),
    CHANGE_CONFIRMED("change-confirmed"),
    CHANGE_REFUSED("change-refused"),
    CHANGE_NOT_APPLIED("change-not-applied"),
    /** Microsoft showed another budget than the person had seen: nothing was sent. */
    CHANGE_CONFLICT("change-conflict"),
    /** After the quarantine Microsoft shows a third budget, or can no longer be read. */
    CHANGE_DISPUTED("change-disputed"),
    /** Microsoft's activity records tell of the change, under an id of ours. */
    CHANGE_RECORDED("change-recorded"),
    /** Microsoft's activity records show that the change was carried out, though it had ended otherwise in Purser. */
    CHANGE_APPLIED_AFTER_ALL("change-applied-after-all"),
    /** Microsoft's activity records tell of the same budget at about the same time, under no id of ours. */
    CHANGE_PERHAPS_RECORDED("change-perhaps-recorded"),
    /** Microsoft's activity records tell of a budget that was changed without Purser. */
    OUTSIDE_CHANGE("outside-change"),
    /** Somebody with a privileged role signed in. */
    SIGNED_IN("signed-in"),
    /** Somebody consented that an account of Partner Center reads with their rights. */
    ACCOUNT_CONNECTED("account-connected"),
    /** An administrator put customers into somebody's portfolio. */
    CUSTOMERS_GRANTED("customers-granted"),
    /** An administrator took customers out of somebody's portfolio. */
    CUSTOMERS_TAKEN("customers-taken"),
    /** An administrator invited somebody who has not signed in yet. */
    PERSON_INVITED("person-invited"),
    INVITATION_WITHDRAWN("invitation-withdrawn"),
    /** Somebody who was invited has signed in for the first time. */
    INVITATION_ACCEPTED("invitation-accepted"),
    /** An administrator ended all sessions of somebody. */
    SESSIONS_ENDED("sessions-ended");

    private final String key;

    EntryKind(String key) {
        this.key = key;
    }

    /** As written in entries. */
    public String key() {
        return key;
    }

    public static EntryKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of entry: " + key));
    }
}
