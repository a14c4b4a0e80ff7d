package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.SpendingLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Microsoft recorded about an account, its own portal and other programs included: {@code GET /v1/auditrecords}, page
 * by page. Records appear after a delay that nobody states, go back {@value #DAYS_KEPT} days, and are the only place where
 * Microsoft says who changed a budget.
 */
public interface Activities {

    /** How far back Microsoft keeps records; an earlier day is refused. */
    int DAYS_KEPT = 90;

    /** The most days that one question may span, the last one included. */
    int DAYS_AT_ONCE = 30;

    /** The operation that sets or removes a customer's budget; to be compared without regard to case. */
    String BUDGET_CHANGED = "update_customer_spending_budget";

    /**
     * Records of whole days, by Microsoft's clock in UTC, in no order that could be relied upon.
     *
     * @param from the first day
     * @param through the last day, at most {@value #DAYS_AT_ONCE} days in all
     * @param after where the page before ended; empty for the first page
     * @throws IllegalArgumentException if the days span more or the last lies before the first
     */
    Reading<Page> page(
            AccountName account, LocalDate from, LocalDate through, Optional<Relationships.Continuation> after);

    /**
     * @param next where to go on; empty after the last page
     * @param unreadable how many records of the page do not say what was done or when, and are left out: where there are
     *     any, nothing follows from what is not on the page
     */
    record Page(List<Activity> activities, Optional<Relationships.Continuation> next, int unreadable) {
        public Page {
            activities = List.copyOf(activities);
            if (unreadable < 0) {
                throw new IllegalArgumentException("Fewer than no records: " + unreadable);
            }
        }
    }

    /**
     * One record. Microsoft omits almost anything now and then, so that little is certain.
     *
     * @param id Microsoft's, by which the same record is known again; where Microsoft gives none, made from the record's
     *     content
     * @param operation as Microsoft names it; new names appear without notice
     * @param status as Microsoft names it, such as {@code succeeded}; new names appear without notice; empty text where the
     *     record names none
     * @param customer the tenant; empty where the record names none
     * @param person who did it, as Microsoft writes them; empty where the record names nobody
     * @param application a GUID or a name; empty where the record names none
     * @param correlation presumably the {@code MS-CorrelationId} of the call
     * @param before the budget before the operation; empty where the record does not tell, as is usual
     * @param after the budget after it; empty where the record does not tell
     * @param text the whole record as Microsoft wrote it
     */
    record Activity(
            String id,
            String operation,
            String status,
            Instant at,
            Optional<UUID> customer,
            Optional<String> person,
            Optional<String> application,
            Optional<UUID> correlation,
            Optional<SpendingLimit> before,
            Optional<SpendingLimit> after,
            String text) {

        /** Whether it tells that a budget was set or removed, rather than that this failed or is still under way. */
        public boolean changedABudget() {
            return operation.equalsIgnoreCase(BUDGET_CHANGED) && status.equalsIgnoreCase("succeeded");
        }
    }
}
