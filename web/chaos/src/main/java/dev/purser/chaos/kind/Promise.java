package dev.purser.chaos.kind;

/** What Purser owes a customer that meets a kind of fault. */
public enum Promise {
    /** The kind keeps within what the settings say of Microsoft: every receipt is true. */
    EVERY_RECEIPT_TRUE,
    /**
     * Microsoft does what the settings rule out: a request lands, or a reading is old, for longer. A receipt may say
     * <em>not applied</em> of what lands afterwards. Still nothing is lost, each sending has its intent, none overlap, and
     * there is one resend at most.
     */
    BEYOND_THE_SETTINGS
}
