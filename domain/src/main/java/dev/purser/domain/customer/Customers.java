package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The last known values of all customers. Lists and pages are served from here, so that Microsoft's slowness never reaches them. */
public interface Customers {

    Page page(Reader reader, Query query);

    /** The customer, if the reader may see it. */
    Optional<KnownCustomer> find(Reader reader, CustomerId customer);

    /** What a list is headed with: how many customers the reader sees, in which accounts and currencies, and how old the values are. */
    Overview overview(Reader reader);

    /** Learns of customers that Microsoft lists. What was known of them stays. */
    void learn(AccountName account, Collection<Relationships.Customer> listed);

    /** Marks customers of the account that were last listed before that moment as ended. */
    void endRelationships(AccountName account, Instant notListedSince);

    /** The clock that readings are compared with; to be asked before a budget is. */
    Instant now();

    /**
     * A budget was read from its own resource. Not every reading tells what is in force:
     *
     * <ul>
     *   <li>one asked for before the last one was learnt, or before a change was confirmed, has been overtaken;
     *   <li>for the read staleness after a confirmed change, Microsoft may still show what it replaced;
     *   <li>for the read staleness after a reading has shown another budget than before, Microsoft may still show anything
     *       that was in force earlier, even what nobody has read: the edit was made at an unknown time.
     * </ul>
     *
     * <p>Such a reading is not learnt. It is kept in mind, however, that another budget was shown.
     *
     * @param asked {@link #now()} right before it was asked for
     */
    void learnBudget(CustomerId customer, SpendingLimit limit, Instant asked);

    /** Usage was read; the currency is learnt from it. */
    void learnUsage(CustomerId customer, Usage usage);

    /** Microsoft said that it has no usage for this customer. */
    void learnNoUsage(CustomerId customer);

    /**
     * Budgets and usage were read from the list of all. Usage is learnt. The list lags behind the budget's own resource: a
     * budget that was never read is taken from it, as listed, until it is; of any other it is only noted that the list
     * agrees. Unknown customers are passed over.
     *
     * @return the customers whose budget was read otherwise: its own resource has to be asked at once
     */
    List<CustomerId> learnListed(AccountName account, Collection<Usages.CustomerUsage> listed);

    /** The operator's currency for customers of the account of whom Microsoft told none. */
    void configureCurrency(AccountName account, BillingCurrency.Configured currency);

    /** The operator states no currency for the account: what was taken from the settings before is not known any more. */
    void withdrawCurrency(AccountName account);

    /**
     * A reading of the budget failed. The last known values stay, marked with the cause and its age; unless the budget was
     * learnt since it was asked for, or a change confirmed: such a failure has been overtaken.
     *
     * @param asked {@link #now()} right before it was asked for
     */
    void learnProblem(
            CustomerId customer, KnownCustomer.ReadProblem.Kind kind, String words, UUID correlation, Instant asked);

    /** The same of a reading of the usage, which newer usage overtakes as well. */
    void learnUsageProblem(
            CustomerId customer, KnownCustomer.ReadProblem.Kind kind, String words, UUID correlation, Instant asked);

    /**
     * Customers of the account with a living relationship whose budget was not read for that long, longest first. One that
     * is only listed was never read.
     *
     * @param whereListed how long instead, where the list of all has agreed within {@code age} and the last reading succeeded
     */
    List<CustomerId> notReadFor(AccountName account, Duration age, Duration whereListed, int atMost);

    /** Columns that a list can be sorted by. */
    enum Sort {
        CUSTOMER,
        ACCOUNT,
        BUDGET,
        SPEND,
        USED,
        AS_OF,
        LAST_CHANGE,
        FLAGS
    }

    enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** What a customer needs attention for. */
    enum Flag {
        OVER_BUDGET,
        NO_BUDGET,
        UNKNOWN,
        NOT_READ_LATELY,
        RELATIONSHIP_ENDED
    }

    /**
     * Which customers, and in which order.
     *
     * @param text part of the name or domain, or the beginning of the tenant id; empty for all
     * @param from where to go on; empty for the first page
     */
    record Query(
            String text,
            Optional<AccountName> account,
            Optional<String> currency,
            Optional<Flag> flag,
            Sort sort,
            Direction direction,
            Optional<Position> from,
            int size) {}

    /**
     * A place in the order: the value of the sorted column in its plain written form, and the customer that breaks ties.
     *
     * @param side whether the page lies behind the place or in front of it
     */
    record Position(String value, CustomerId customer, Side side) {
        public enum Side {
            AFTER,
            BEFORE
        }
    }

    /** @param total customers that match, on all pages */
    record Page(List<KnownCustomer> customers, long total, Optional<Position> previous, Optional<Position> next) {}

    /**
     * @param newest when a budget was last read; empty while none was, whatever the list of all tells
     * @param oldest when the least recently read budget was read; empty while nothing was read
     * @param failing customers whose last reading failed
     */
    record Overview(
            long customers,
            List<AccountName> accounts,
            List<String> currencies,
            Optional<Instant> newest,
            Optional<Instant> oldest,
            long failing) {}
}
