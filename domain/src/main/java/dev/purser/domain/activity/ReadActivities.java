package dev.purser.domain.activity;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.change.Timing;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Activities.Activity;
import dev.purser.domain.partnercenter.PagedList;
import dev.purser.domain.partnercenter.PagedList.End;
import dev.purser.domain.partnercenter.Reading;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads Microsoft's activity records, which prove changes of ours and tell of those made without us, and keeps those that
 * are about budgets.
 */
public final class ReadActivities {

    private static final Duration PACE = Duration.ofMinutes(15);

    /** Nobody states how late a record may appear; other notices of Microsoft's take up to two days. */
    private static final int DAYS_LATE = 2;

    private final ActivityRecords records;
    private final Activities activities;
    private final Timing timing;

    public ReadActivities(ActivityRecords records, Activities activities, Timing timing) {
        this.records = records;
        this.activities = activities;
        this.timing = timing;
    }

    /**
     * Reads what is new of one account, unless that was done within the last quarter of an hour; the first time, everything
     * that Microsoft still has. What stops it is noted, and the next call goes on.
     */
    public void readAll(AccountName account) {
        records.begin(account, PACE).ifPresent(begun -> readAll(account, begun));
    }

    private void readAll(AccountName account, ActivityRecords.Begun begun) {
        var today = LocalDate.ofInstant(begun.at(), ZoneOffset.UTC);
        var oldest = today.minusDays(Activities.DAYS_KEPT - 1L);
        var first = begun.readThrough()
                .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC).minusDays(DAYS_LATE))
                .filter(oldest::isBefore)
                .orElse(oldest);
        var unreadable = 0;
        for (var from = first; !from.isAfter(today); from = from.plusDays(Activities.DAYS_AT_ONCE)) {
            var last = from.plusDays(Activities.DAYS_AT_ONCE - 1L);
            var through = last.isBefore(today) ? last : today;
            var leftOut = read(account, from, through);
            if (leftOut.isEmpty()) {
                return;
            }
            unreadable += leftOut.getAsInt();
            records.readThrough(
                    account,
                    through.isBefore(today)
                            ? through.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : begun.at());
        }
        records.complete(account, unreadable);
    }

    /** How many records were left out; empty where reading stopped, which is noted. */
    private OptionalInt read(AccountName account, LocalDate from, LocalDate through) {
        var listed = new PagedList<>(after -> activities.page(account, from, through, after), Activities.Page::next);
        var leftOut = new LongAdder();
        var end = listed.read(page -> {
            keep(account, page.activities());
            leftOut.add(page.unreadable());
        });
        return switch (end) {
            case End.Whole() -> OptionalInt.of(leftOut.intValue());
            case End.Failed(var reading) -> {
                noteFailure(account, reading);
                yield OptionalInt.empty();
            }
            case End.Endless() -> {
                records.fail(account, ReadProblem.Kind.UNAVAILABLE, End.Endless.WORDS);
                yield OptionalInt.empty();
            }
        };
    }

    private void noteFailure(AccountName account, Reading<?> failed) {
        switch (failed) {
            case Reading.Read<?> read -> {}
            case Reading.Refused<?>(var refusal) ->
                records.fail(account, ReadProblem.Kind.of(refusal), refusal.words());
            case Reading.Throttled<?>(var pause, var correlation) ->
                records.fail(account, ReadProblem.Kind.THROTTLED, pause.toSeconds() + " s");
            case Reading.Unavailable<?>(var trouble, var correlation) ->
                records.fail(account, ReadProblem.Kind.of(trouble), trouble.detail());
        }
    }

    private void keep(AccountName account, List<Activity> page) {
        var about = page.stream()
                .filter(Activity::changedABudget)
                .filter(activity -> activity.customer().isPresent())
                .toList();
        var others = new ArrayList<Activity>();
        // Microsoft lists the newest first; the history is to tell them in the order in which they were done.
        var unknown = records.unknown(account, about).stream()
                .sorted(Comparator.comparing(Activity::at))
                .toList();
        // Ours first: an attempt with a record of its own explains no other one.
        for (var activity : unknown) {
            if (origin(account, activity) instanceof Origin.Ours ours) {
                records.keep(account, activity, ours);
            } else {
                others.add(activity);
            }
        }
        for (var activity : others) {
            records.keep(account, activity, origin(account, activity));
        }
    }

    private Origin origin(AccountName account, Activity activity) {
        var sent = records.sent(account, activity, Origin.earliest(activity, timing), Origin.latest(activity));
        return Origin.of(activity, sent, timing);
    }
}
