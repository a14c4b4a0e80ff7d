package dev.purser.domain.activity;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeEntries;
import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Facts;
import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.Activities.Activity;
import dev.purser.domain.portfolio.PersonId;
import java.util.Optional;

/** What the history says of Microsoft's activity records. */
public final class ActivityEntries {

    private ActivityEntries() {}

    /** Microsoft's own record of a change of ours. */
    public static Draft recorded(Activity activity, Origin.Sent sent) {
        return ofChange(EntryKind.CHANGE_RECORDED, activity, sent);
    }

    /** Microsoft's own record of a change of ours that had ended otherwise by then. */
    public static Draft appliedAfterAll(Activity activity, Origin.Sent sent) {
        return ofChange(EntryKind.CHANGE_APPLIED_AFTER_ALL, activity, sent);
    }

    /** A record that may be of a change of ours, or of somebody's who set the same budget at about the same time. */
    public static Draft perhapsRecorded(Activity activity, Origin.Sent sent) {
        return ofChange(EntryKind.CHANGE_PERHAPS_RECORDED, activity, sent);
    }

    /**
     * A budget that was changed without Purser.
     *
     * @param customerName as it is known now
     * @param author the person that the record names, if any
     */
    public static Draft outside(
            CustomerId customer,
            String customerName,
            BillingCurrency currency,
            Activity activity,
            Optional<PersonId> author) {
        var facts = ChangeEntries.withCurrency(currency, record(activity))
                .and("account", customer.account().value())
                .and("customer", customer.tenant().toString())
                .andForeign("customerName", customerName)
                .and("before", activity.before().map(limit -> written(limit, currency)))
                .and("after", activity.after().map(limit -> written(limit, currency)));
        return new Draft(EntryKind.OUTSIDE_CHANGE, new Stream.OfCustomer(customer), author, facts);
    }

    private static Draft ofChange(EntryKind kind, Activity activity, Origin.Sent sent) {
        var shown = activity.after().map(limit -> written(limit, sent.change().currency()));
        return ChangeEntries.draft(
                kind,
                sent.change(),
                record(activity)
                        .and("attempt", Integer.toString(sent.attempt().number()))
                        .and("shown", shown));
    }

    private static Facts record(Activity activity) {
        return Facts.none()
                .andForeign("record", activity.id())
                .and("recordedAt", activity.at().toString())
                .andForeign("application", activity.application().orElse(""))
                .and("correlation", activity.correlation().map(Object::toString));
    }

    private static String written(SpendingLimit limit, BillingCurrency currency) {
        return ChangeEntries.written(limit, currency);
    }
}
