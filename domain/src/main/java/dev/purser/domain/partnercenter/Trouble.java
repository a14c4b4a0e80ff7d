package dev.purser.domain.partnercenter;

/**
 * Why there is no usable answer.
 *
 * @param detail technical words for operators and auditors, such as {@code 502} or {@code connection reset}; without secrets
 */
public record Trouble(Kind kind, String detail) {

    /** What broke, in the words of the pages. */
    public enum Kind {
        /** No connection could be opened: nothing was sent. */
        NOT_REACHED("not-reached"),
        /** The portal's settings do not have the account (any more): nothing was asked and nothing was sent. */
        ACCOUNT_NOT_SET_UP("account-not-set-up"),
        /** The connection broke before an answer came. */
        BROKEN_OFF("broken-off"),
        /** No answer came in time. */
        NO_ANSWER("no-answer"),
        /** Microsoft reported an error of its own. */
        SERVICE_ERROR("service-error"),
        /** An answer came that cannot be read. */
        UNREADABLE("unreadable"),
        /** Microsoft said yes, but showed another budget than the one sent. */
        OTHER_BUDGET_SHOWN("other-budget-shown"),
        /** A resend came to nothing, and the attempt before it still has no answer. */
        EARLIER_UNANSWERED("earlier-unanswered"),
        /** The portal stopped while it waited for the answer. */
        PORTAL_STOPPED("portal-stopped");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As written in entries. */
        public String key() {
            return key;
        }
    }
}
