package dev.purser.web;

/** What the product was started for. */
public enum Mode {
    /** Serves pages and does the work. */
    PORTAL,
    /** Does one thing for whoever sits at the terminal, beside a portal that may be running. */
    COMMAND;

    /** Where it stands in the configuration; {@code Main} sets it. */
    static final String PROPERTY = "purser.mode";
}
