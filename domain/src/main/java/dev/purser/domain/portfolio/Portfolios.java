package dev.purser.domain.portfolio;

/** How customers are shared out among account managers ({@code PURSER_PORTFOLIOS}). */
public enum Portfolios {
    /** Each account manager has the customers that were assigned to them. */
    ASSIGNED,
    /** Every account manager has all customers. */
    OPEN
}
