package dev.purser.domain.change;

/** How it is known that a change was applied. */
public enum Evidence {
    /** Microsoft's answer to the only attempt that had been made. */
    ANSWER("answer"),
    /** Microsoft's answer to the resend, after an attempt without an answer. */
    ANSWER_TO_RESEND("answer-to-resend"),
    /** A later reading showed the budget. */
    READ_BACK("read-back"),
    /** Microsoft's activity record with our correlation id. */
    ACTIVITY_RECORD("activity-record");

    private final String key;

    Evidence(String key) {
        this.key = key;
    }

    /** As written in entries. */
    public String key() {
        return key;
    }
}
