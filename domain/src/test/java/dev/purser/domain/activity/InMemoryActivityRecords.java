package dev.purser.domain.activity;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.Activities.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of one account in memory, beside a portal that has sent nothing. */
final class InMemoryActivityRecords implements ActivityRecords {

    private final Map<String, Origin> kept = new LinkedHashMap<>();
    private final Map<AccountName, Progress> progress = new HashMap<>();
    private Optional<Instant> readThrough = Optional.empty();
    private Instant now;

    InMemoryActivityRecords(Instant now) {
        this.now = now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<String> kept() {
        return kept.entrySet().stream()
                .map(record -> record.getKey() + " " + record.getValue())
                .toList();
    }

    @Override
    public Optional<Begun> begin(AccountName account, Duration atMostEvery) {
        var due = progress(account)
                .flatMap(Progress::completedAt)
                .filter(completed -> completed.plus(atMostEvery).isAfter(now))
                .isEmpty();
        return due ? Optional.of(new Begun(now, readThrough)) : Optional.empty();
    }

    @Override
    public void readThrough(AccountName account, Instant moment) {
        readThrough = Optional.of(moment);
    }

    @Override
    public void complete(AccountName account, int unreadable) {
        progress.put(account, new Progress(Optional.of(now), Optional.empty(), unreadable));
    }

    @Override
    public void fail(AccountName account, ReadProblem.Kind kind, String words) {
        var before = progress(account);
        var since =
                before.flatMap(Progress::problem).map(Accounts.Problem::since).orElse(now);
        progress.put(
                account,
                new Progress(
                        before.flatMap(Progress::completedAt),
                        Optional.of(new Accounts.Problem(kind, words, since)),
                        before.map(Progress::unreadable).orElse(0)));
    }

    @Override
    public Optional<Progress> progress(AccountName account) {
        return Optional.ofNullable(progress.get(account));
    }

    @Override
    public List<Activity> unknown(AccountName account, Collection<Activity> activities) {
        var seen = new HashMap<String, Activity>();
        return activities.stream()
                .filter(activity -> !kept.containsKey(activity.id()))
                .filter(activity -> seen.putIfAbsent(activity.id(), activity) == null)
                .toList();
    }

    @Override
    public List<Origin.Sent> sent(AccountName account, Activity activity, Instant earliest, Instant latest) {
        return List.of();
    }

    @Override
    public void keep(AccountName account, Activity activity, Origin origin) {
        kept.putIfAbsent(activity.id(), origin);
    }
}
