package dev.purser.domain.portfolio;

/**
 * What somebody may see. Every port that reads takes one and joins it into its query, so that what may not be seen is
 * not found, exactly as if it did not exist.
 *
 * @param customers the customers whose budgets, changes and entries may be seen
 * @param portal whether entries about rights, settings and sign-ins may be seen
 */
public record Reader(Customers customers, Portal portal) {

    /** Customers whose budgets may be seen. */
    public sealed interface Customers {

        record All() implements Customers {}

        record PortfolioOf(PersonId person) implements Customers {}

        /** Names, domains and tenant ids of all, but no amount and no history. */
        record NamesOnly() implements Customers {}

        record None() implements Customers {}
    }

    /** Entries that belong to no customer. */
    public enum Portal {
        SEEN,
        HIDDEN
    }

    public static final Reader NOBODY = new Reader(new Customers.None(), Portal.HIDDEN);

    /** Everything: what the pipeline itself reads with, on nobody's behalf. */
    public static final Reader EVERYTHING = new Reader(new Customers.All(), Portal.SEEN);
}
