package dev.purser.chaos.verdict;

/** What must be true in the end. */
public enum Rule {
    LOST("A form was accepted, and there is no such change."),
    NO_RECEIPT("The receipt of a change cannot be read."),
    UNSETTLED("A change has not ended in the time that it may take."),
    GAP("The history of a customer has a gap or numbers twice."),
    ENTRIES_UNLIKE_STATE("The entries of a change tell another story than its state."),
    PAGE_UNLIKE_STATE("The receipt shows another outcome than the change has."),
    CONFIRMED_IN_VAIN("A change is confirmed that never took effect."),
    DENIED_IN_VAIN("A change is said not to have been applied, and it was."),
    DISPUTED_IN_VAIN("A change is disputed, and nobody else did anything."),
    RESENT_TOO_OFTEN("More than one resend of one request."),
    ATTEMPT_SENT_TWICE("One attempt reached Microsoft more than once."),
    SENT_WITHOUT_INTENT("Microsoft received a request whose intent was not recorded before."),
    OVERLAPPING("Two requests to set one customer's budget were under way at once."),
    APPLIED_TOO_OFTEN("A change took effect more often than its resend explains."),
    OUT_OF_ORDER("An older change took effect after a newer one of the same customer."),
    WRONG_IN_THE_END("The budget in the end is neither the last confirmed nor an outside edit.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** Whether it holds even where Microsoft does what the settings rule out. */
    boolean holdsBeyondTheSettings() {
        return switch (this) {
            case LOST,
                    NO_RECEIPT,
                    UNSETTLED,
                    GAP,
                    ENTRIES_UNLIKE_STATE,
                    PAGE_UNLIKE_STATE,
                    RESENT_TOO_OFTEN,
                    ATTEMPT_SENT_TWICE,
                    SENT_WITHOUT_INTENT,
                    OVERLAPPING,
                    APPLIED_TOO_OFTEN -> true;
            case CONFIRMED_IN_VAIN, DENIED_IN_VAIN, DISPUTED_IN_VAIN, OUT_OF_ORDER, WRONG_IN_THE_END -> false;
        };
    }
}
