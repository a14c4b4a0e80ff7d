package dev.purser.domain.activity;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.Activities.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Microsoft's records of budgets that were set or removed, kept for good, since Microsoft keeps them for 90 days. */
public interface ActivityRecords {

    /**
     * A reading of the account's records begins, unless one was completed within that time.
     *
     * @return empty when it is not due
     */
    Optional<Begun> begin(AccountName account, Duration atMostEvery);

    /**
     * @param at now
     * @param readThrough the moment up to which earlier readings have asked; empty before the first
     */
    record Begun(Instant at, Optional<Instant> readThrough) {}

    /** Records of days before that moment have been asked for, and kept. */
    void readThrough(AccountName account, Instant moment);

    /**
     * All there is was read.
     *
     * @param unreadable how many of the records that were read make no sense, and are left out
     */
    void complete(AccountName account, int unreadable);

    /** The reading stopped; it goes on at the next one. */
    void fail(AccountName account, ReadProblem.Kind kind, String words);

    /** Where reading stands; empty before the first time. */
    Optional<Progress> progress(AccountName account);

    /**
     * @param completedAt when all records were last read
     * @param problem why the last reading stopped; empty when it did not
     * @param unreadable how many records the last reading that was completed has left out; they prove nothing
     */
    record Progress(Optional<Instant> completedAt, Optional<Accounts.Problem> problem, int unreadable) {}

    /** Those that are not kept yet. */
    List<Activity> unknown(AccountName account, Collection<Activity> activities);

    /**
     * Attempts of ours that the record may tell of: the one with its correlation id, and those for its customer that were
     * intended between the two moments, both included, of which no record of their own is kept.
     */
    List<Origin.Sent> sent(AccountName account, Activity activity, Instant earliest, Instant latest);

    /**
     * Keeps the record, and writes the entry that tells of it in the same transaction; a record that is kept already stays
     * as it is. One that proves an unknown change to have been applied makes that change due.
     */
    void keep(AccountName account, Activity activity, Origin origin);
}
