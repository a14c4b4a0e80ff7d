package dev.purser.simulator;

/** Where a change of a budget came from. */
public enum Origin {
    /** A PATCH. */
    API,
    /** {@link World#setBudgetOutside}: somebody at Microsoft's own portal. */
    OUTSIDE
}
