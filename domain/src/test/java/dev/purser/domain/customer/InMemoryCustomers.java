package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.LastChange;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Customers in memory, as far as the use cases ask of them: everything that is learnt, and finding one. Lists are a
 * matter of the database and are tried on it.
 */
public final class InMemoryCustomers implements Customers {

    private final InstantSource clock;
    private final KnownPeople people;
    private final Duration staleness;
    private final Map<CustomerId, Row> rows = new LinkedHashMap<>();

    /** When the list of all last showed the budget that is known. */
    private final Map<CustomerId, Instant> agreed = new HashMap<>();

    /** @param clock plays the database's clock */
    public InMemoryCustomers(InstantSource clock, KnownPeople people) {
        this(clock, people, Duration.ofSeconds(60));
    }

    /** @param staleness how old a budget may be that Microsoft shows */
    public InMemoryCustomers(InstantSource clock, KnownPeople people, Duration staleness) {
        this.clock = clock;
        this.people = people;
        this.staleness = staleness;
    }

    private record Row(KnownCustomer customer, Instant lastListedAt, Shown shown) {}

    /**
     * What was shown of the budget beside the one that is known.
     *
     * @param since when a reading first showed it in place of another
     * @param doubted whether another was shown since
     * @param replaced what confirmed changes have replaced, and when
     */
    private record Shown(Instant since, boolean doubted, Map<SpendingLimit, Instant> replaced) {
        static final Shown NOTHING = new Shown(Instant.MIN, false, Map.of());
    }

    @Override
    public synchronized Optional<KnownCustomer> find(Reader reader, CustomerId customer) {
        return Optional.ofNullable(rows.get(customer))
                .filter(row -> people.sees(reader, customer))
                .map(Row::customer);
    }

    /** The customer, whoever may see it. */
    public KnownCustomer known(CustomerId customer) {
        return find(Reader.EVERYTHING, customer).orElseThrow();
    }

    @Override
    public synchronized void learn(AccountName account, Collection<Relationships.Customer> listed) {
        for (var one : listed) {
            var id = new CustomerId(account, one.tenant());
            var before = rows.containsKey(id) ? known(id) : unread(id);
            var shown = Optional.ofNullable(rows.get(id)).map(Row::shown).orElse(Shown.NOTHING);
            rows.put(
                    id,
                    new Row(
                            new KnownCustomer(
                                    id,
                                    one.name(),
                                    one.domain(),
                                    Optional.empty(),
                                    before.budget(),
                                    before.currency(),
                                    before.usage(),
                                    before.problem(),
                                    before.openChange(),
                                    before.lastChange()),
                            clock.instant(),
                            shown));
        }
    }

    private static KnownCustomer unread(CustomerId id) {
        return new KnownCustomer(
                id,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                BillingCurrency.unknown(),
                new UsageRead.NotRead(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public synchronized void endRelationships(AccountName account, Instant notListedSince) {
        rows.replaceAll((id, row) -> {
            var ends = id.account().equals(account)
                    && row.lastListedAt().isBefore(notListedSince)
                    && row.customer().relationshipEndedAt().isEmpty();
            return ends ? new Row(ended(row.customer()), row.lastListedAt(), row.shown()) : row;
        });
    }

    private KnownCustomer ended(KnownCustomer customer) {
        return new KnownCustomer(
                customer.id(),
                customer.name(),
                customer.domain(),
                Optional.of(clock.instant()),
                customer.budget(),
                customer.currency(),
                customer.usage(),
                customer.problem(),
                customer.openChange(),
                customer.lastChange());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public synchronized void learnBudget(CustomerId customer, SpendingLimit limit, Instant asked) {
        var row = rows.get(customer);
        if (row == null) {
            return;
        }
        var now = clock.instant();
        var shown = row.shown();
        var known = row.customer().budget().filter(read -> !read.listed());
        var same = known.filter(read -> read.limit().equals(limit)).isPresent();
        if (known.isPresent() && asked.isBefore(known.get().at())) {
            if (!same) {
                show(customer, new Shown(now, shown.doubted(), shown.replaced()));
            }
        } else if (same) {
            show(customer, new Shown(shown.doubted() ? now : shown.since(), false, shown.replaced()));
            knows(customer, limit);
        } else if (known.isPresent() && mayBeOld(shown, limit, asked)) {
            show(customer, new Shown(shown.since(), true, shown.replaced()));
        } else {
            show(customer, new Shown(known.isPresent() ? now : shown.since(), false, shown.replaced()));
            knows(customer, limit);
        }
    }

    private boolean mayBeOld(Shown shown, SpendingLimit limit, Instant asked) {
        var oldest = asked.minus(staleness);
        return shown.since().isAfter(oldest)
                || shown.replaced().getOrDefault(limit, Instant.MIN).isAfter(oldest);
    }

    /** The known budget, where any other that Microsoft shows may be an old one. */
    public synchronized Optional<SpendingLimit> unsettled(CustomerId customer) {
        return Optional.ofNullable(rows.get(customer))
                .filter(row -> row.shown().since().isAfter(clock.instant().minus(staleness)))
                .flatMap(row -> row.customer().budget())
                .map(BudgetRead::limit);
    }

    private void show(CustomerId customer, Shown shown) {
        rows.computeIfPresent(customer, (same, row) -> new Row(row.customer(), row.lastListedAt(), shown));
    }

    private void knows(CustomerId customer, SpendingLimit limit) {
        replace(
                customer,
                known -> with(
                        known,
                        Optional.of(new BudgetRead(limit, clock.instant(), BudgetRead.Source.ITSELF)),
                        known.currency(),
                        known.usage(),
                        Optional.empty()));
    }

    @Override
    public synchronized void learnUsage(CustomerId customer, Usage usage) {
        replace(
                customer,
                known -> with(
                        known,
                        known.budget(),
                        new BillingCurrency.Told(usage.spend().currency()),
                        new UsageRead.Spent(usage, clock.instant()),
                        known.problem()));
    }

    @Override
    public synchronized void learnNoUsage(CustomerId customer) {
        replace(
                customer,
                known -> with(
                        known,
                        known.budget(),
                        known.currency(),
                        new UsageRead.NoUsage(clock.instant()),
                        known.problem()));
    }

    @Override
    public synchronized List<CustomerId> learnListed(AccountName account, Collection<Usages.CustomerUsage> listed) {
        var toBeAsked = new ArrayList<CustomerId>();
        for (var one : listed) {
            var id = new CustomerId(account, one.tenant());
            if (rows.containsKey(id)) {
                one.usage().ifPresent(usage -> learnUsage(id, usage));
                one.limit().ifPresent(limit -> {
                    var before =
                            known(id).budget().filter(read -> !read.listed()).map(BudgetRead::limit);
                    agreed.remove(id);
                    if (before.isEmpty()) {
                        lists(id, limit);
                    } else if (before.get().equals(limit)) {
                        agreed.put(id, clock.instant());
                    } else {
                        toBeAsked.add(id);
                    }
                });
            }
        }
        return toBeAsked;
    }

    private void lists(CustomerId customer, SpendingLimit limit) {
        replace(
                customer,
                known -> with(
                        known,
                        Optional.of(new BudgetRead(limit, clock.instant(), BudgetRead.Source.LIST)),
                        known.currency(),
                        known.usage(),
                        known.problem()));
    }

    @Override
    public synchronized void configureCurrency(AccountName account, BillingCurrency.Configured currency) {
        for (var id : List.copyOf(rows.keySet())) {
            if (id.account().equals(account)) {
                replace(id, known -> switch (known.currency()) {
                    case BillingCurrency.Told told -> known;
                    case BillingCurrency.Configured configured ->
                        with(known, known.budget(), currency, known.usage(), known.problem());
                    case BillingCurrency.Unknown unknown ->
                        with(known, known.budget(), currency, known.usage(), known.problem());
                });
            }
        }
    }

    @Override
    public synchronized void withdrawCurrency(AccountName account) {
        for (var id : List.copyOf(rows.keySet())) {
            if (id.account().equals(account) && known(id).currency() instanceof BillingCurrency.Configured) {
                replace(
                        id,
                        known ->
                                with(known, known.budget(), BillingCurrency.unknown(), known.usage(), known.problem()));
            }
        }
    }

    @Override
    public synchronized void learnProblem(
            CustomerId customer, ReadProblem.Kind kind, String words, UUID correlation, Instant asked) {
        if (!budgetReadSince(customer, asked)) {
            fails(customer, kind, words, correlation);
        }
    }

    @Override
    public synchronized void learnUsageProblem(
            CustomerId customer, ReadProblem.Kind kind, String words, UUID correlation, Instant asked) {
        if (!budgetReadSince(customer, asked) && !usageReadSince(customer, asked)) {
            fails(customer, kind, words, correlation);
        }
    }

    private boolean budgetReadSince(CustomerId customer, Instant asked) {
        return Optional.ofNullable(rows.get(customer))
                .flatMap(row -> row.customer().budget())
                .filter(read -> !read.listed() && read.at().isAfter(asked))
                .isPresent();
    }

    private boolean usageReadSince(CustomerId customer, Instant asked) {
        return Optional.ofNullable(rows.get(customer))
                .filter(row -> switch (row.customer().usage()) {
                    case UsageRead.NotRead() -> false;
                    case UsageRead.NoUsage(var at) -> at.isAfter(asked);
                    case UsageRead.Spent(var usage, var at) -> at.isAfter(asked);
                })
                .isPresent();
    }

    private void fails(CustomerId customer, ReadProblem.Kind kind, String words, UUID correlation) {
        replace(customer, known -> {
            var since = known.problem().map(ReadProblem::since).orElseGet(clock::instant);
            var marked = with(
                    known,
                    known.budget(),
                    known.currency(),
                    known.usage(),
                    Optional.of(new ReadProblem(kind, words, since, correlation)));
            return kind == ReadProblem.Kind.RELATIONSHIP_ENDED
                            && known.relationshipEndedAt().isEmpty()
                    ? ended(marked)
                    : marked;
        });
    }

    @Override
    public synchronized List<CustomerId> notReadFor(
            AccountName account, Duration age, Duration whereListed, int atMost) {
        Comparator<KnownCustomer> longestFirst = Comparator.comparing(customer -> customer.budget()
                .filter(read -> !read.listed())
                .map(BudgetRead::at)
                .orElse(Instant.MIN));
        return rows.values().stream()
                .map(Row::customer)
                .filter(customer -> customer.id().account().equals(account))
                .filter(customer -> customer.relationshipEndedAt().isEmpty())
                .filter(customer -> {
                    var agrees = customer.problem().isEmpty()
                            && !isOlder(agreed.getOrDefault(customer.id(), Instant.MIN), age);
                    return customer.budget()
                            .filter(read -> !read.listed())
                            .map(read -> isOlder(read.at(), agrees ? whereListed : age))
                            .orElse(true);
                })
                .sorted(longestFirst)
                .limit(atMost)
                .map(KnownCustomer::id)
                .toList();
    }

    private boolean isOlder(Instant moment, Duration age) {
        return !moment.isAfter(clock.instant().minus(age));
    }

    /** Told by {@code InMemoryChanges}; in the database it is read from the same rows. */
    public synchronized void showOpenChange(CustomerId customer, Optional<OpenChange> open) {
        replace(customer, known -> with(known, open, known.lastChange()));
    }

    /** Told by {@code InMemoryChanges}: the budget that Microsoft confirmed is the one we know from now on. */
    public synchronized void learnConfirmed(
            CustomerId customer, SpendingLimit seen, SpendingLimit limit, LastChange change) {
        Optional.ofNullable(rows.get(customer)).ifPresent(row -> {
            var shown = row.shown();
            var asKnown = row.customer()
                    .budget()
                    .filter(read -> read.limit().equals(seen) || read.limit().equals(limit))
                    .isPresent();
            var replaced = new HashMap<>(shown.replaced());
            replaced.put(seen, change.at());
            var since = shown.doubted() || !asKnown ? change.at() : shown.since();
            show(customer, new Shown(since, false, Map.copyOf(replaced)));
        });
        knows(customer, limit);
        replace(customer, known -> with(known, known.openChange(), Optional.of(change)));
    }

    @Override
    public Page page(Reader reader, Query query) {
        throw new UnsupportedOperationException("Lists are tried on the database");
    }

    @Override
    public Overview overview(Reader reader) {
        throw new UnsupportedOperationException("Lists are tried on the database");
    }

    private void replace(CustomerId id, UnaryOperator<KnownCustomer> learning) {
        rows.computeIfPresent(
                id, (same, row) -> new Row(learning.apply(row.customer()), row.lastListedAt(), row.shown()));
    }

    private static KnownCustomer with(KnownCustomer known, Optional<OpenChange> open, Optional<LastChange> lastChange) {
        return new KnownCustomer(
                known.id(),
                known.name(),
                known.domain(),
                known.relationshipEndedAt(),
                known.budget(),
                known.currency(),
                known.usage(),
                known.problem(),
                open,
                lastChange);
    }

    private static KnownCustomer with(
            KnownCustomer known,
            Optional<BudgetRead> budget,
            BillingCurrency currency,
            UsageRead usage,
            Optional<ReadProblem> problem) {
        return new KnownCustomer(
                known.id(),
                known.name(),
                known.domain(),
                known.relationshipEndedAt(),
                budget,
                currency,
                usage,
                problem,
                known.openChange(),
                known.lastChange());
    }
}
