package dev.purser.domain.change;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.InMemoryCustomers;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.ReadFate;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.ScriptedBudgets;
import dev.purser.domain.partnercenter.SendFate;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * One history of one customer: up to three changes, carried out by nodes that are held up, die and lose their leases,
 * against a Partner Center that loses answers, applies late, shows old budgets, throttles and refuses. What it does is
 * decided by its seed alone. Partner Center keeps what the design counts on: nothing lands later than Z after it left,
 * and no budget shown is older than S.
 */
final class RandomHistory {

    private static final Timing WORLD =
            new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));
    private static final AccountName ACCOUNT = new AccountName("emea");
    private static final int CHANGES = 3;
    private static final int NODES = 2;
    private static final int MOST_DEATHS = 3;
    private static final int MOST_EDITS = 5;
    private static final int STEPS = 120;
    private static final int STEPS_TO_SETTLE = 5_000;

    private final Random random;
    private final StoppedClock clock = new StoppedClock();
    private final KnownPeople people = new KnownPeople();
    private final InMemoryCustomers customers;
    private final WrittenEntries entries = new WrittenEntries();
    private final ScriptedBudgets budgets = new ScriptedBudgets(clock);
    private final InMemoryChanges changes;
    private final PersonId ada = people.join("Ada");
    private final CustomerId customer = new CustomerId(ACCOUNT, new UUID(0, 1));
    private final List<SteppedNode> nodes = new ArrayList<>();
    private final List<UUID> asked = new ArrayList<>();
    private final Invariants invariants;
    private final boolean editedOutside;
    private final boolean editedBetween;
    private int deaths;
    private boolean calm;

    RandomHistory(long seed, Design design) {
        random = new Random(seed);
        var edited = random.nextInt(3);
        editedOutside = edited == 0;
        editedBetween = edited == 1;
        customers = new InMemoryCustomers(clock, people, design.timing(WORLD).readStaleness());
        changes = new InMemoryChanges(clock, design.timing(WORLD), people, customers, entries);
        customers.learn(ACCOUNT, List.of(new Relationships.Customer(customer.tenant(), "Contoso", "")));
        budgets.set(customer, SpendingLimit.of("100"));
        look(ReadFate.fresh());
        clock.passes(WORLD.quarantine());
        invariants = new Invariants(budgets, entries, customer);
        IntStream.range(0, NODES).forEach(number -> nodes.add(node("node-" + number, design)));
    }

    private SteppedNode node(String name, Design design) {
        var node = new SteppedNode();
        var kept = design.changes(changes);
        var called = design.budgets(new Fateful());
        var clocks = random.nextInt(3);
        // One clock of a node may be wrong, as long as the other one is right.
        var wrong = Duration.ofSeconds(random.nextInt(7_200) - 3_600L);
        InstantSource wall = clocks == 1 ? () -> clock.instant().plus(wrong.multipliedBy(random.nextInt(3))) : clock;
        LongSupplier nanos = clocks == 2 ? () -> 0 : clock::nanos;
        node.begin(new CarryOutChanges(
                node.stoppingAt(kept),
                customers,
                node.stoppingAt(called),
                design.timing(WORLD),
                design.wall(wall),
                design.nanos(nanos),
                (_, time) -> clock.passes(time),
                name));
        return node;
    }

    /** Gives each call the fate that the seed has for it. */
    private final class Fateful implements Budgets {

        @Override
        public Reading<SpendingLimit> read(CustomerId of) {
            budgets.nextReadings(readFate());
            return budgets.read(of);
        }

        @Override
        public Answer send(Order order, SendFence fence) {
            budgets.nextSendings(sendFate());
            return budgets.send(order, fence);
        }
    }

    /** @return what was violated, and by what; empty where the history is as it should be */
    Optional<String> run() {
        try {
            for (var step = 0; step < STEPS; step++) {
                act();
                var violation = invariants.violatedBy(stored());
                if (violation.isPresent()) {
                    return violation;
                }
            }
            return settle();
        } finally {
            nodes.forEach(SteppedNode::end);
        }
    }

    /** What has become of each change. */
    List<ChangeState> outcomes() {
        return stored().stream().map(Change::state).toList();
    }

    private void act() {
        if (editedBetween && random.nextInt(10) == 0) {
            editBetween();
            return;
        }
        var what = random.nextInt(100);
        if (what < 68) {
            nodes.get(random.nextInt(NODES)).step();
        } else if (what < 86) {
            clock.passes(someTime());
        } else if (what < 96) {
            ask();
        } else if (what < 98 && deaths < MOST_DEATHS) {
            deaths++;
            nodes.get(random.nextInt(NODES)).die();
        } else if (what >= 98 && editedOutside && invariants.outsideEdits() == 0) {
            invariants.outsideEdit(SpendingLimit.of("999"));
        }
    }

    /**
     * Somebody sets the budget without us while nothing of ours can be on its way: to what the next change will ask for, to
     * what it was, or to something else, of which a page may or may not have been told. A budget that comes and goes between
     * two equal readings nobody can know of; here at least one page has seen it.
     */
    private void editBetween() {
        var underWay = stored().stream()
                .anyMatch(change -> change.state() instanceof ChangeState.Open
                        && !change.attempts().isEmpty());
        if (underWay || budgets.inFlight() || invariants.outsideEdits() == MOST_EDITS) {
            return;
        }
        var next = switch (random.nextInt(4)) {
            case 0, 1 -> nextAmount();
            case 2 -> SpendingLimit.of("100");
            default -> SpendingLimit.of("999");
        };
        if (known().equals(next)) {
            look(ReadFate.fresh());
        }
        invariants.outsideEdit(next);
        if (random.nextInt(4) == 0) {
            // A slip that is mended at once, and asked for through us a moment later.
            look(readFate());
            invariants.outsideEdit(SpendingLimit.of("999"));
            ask();
        }
        if (random.nextBoolean()) {
            look(readFate());
        }
    }

    /** The budget is read for a page. */
    private void look(ReadFate fate) {
        budgets.nextReadings(fate);
        if (budgets.read(customer) instanceof Reading.Read<SpendingLimit>(var shown, var correlation)) {
            customers.learnBudget(customer, shown, customers.now());
        }
    }

    private SpendingLimit known() {
        return customers.known(customer).budget().map(BudgetRead::limit).orElseThrow();
    }

    private SpendingLimit nextAmount() {
        return SpendingLimit.of((asked.size() + 2) + "00");
    }

    private Duration someTime() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> upTo(Duration.ofSeconds(1));
            case 3, 4, 5 -> upTo(Duration.ofSeconds(15));
            case 6, 7 -> upTo(Duration.ofSeconds(100));
            case 8 -> upTo(WORLD.quarantine());
            default -> WORLD.quarantine();
        };
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    private void ask() {
        if (asked.size() == CHANGES) {
            return;
        }
        if (random.nextInt(5) > 0) {
            look(ReadFate.fresh());
        }
        var seen = known();
        if (seen.equals(nextAmount())) {
            return;
        }
        var wish = new Change(
                UUID.randomUUID(),
                customer,
                "Contoso",
                ada,
                seen,
                nextAmount(),
                BillingCurrency.unknown(),
                new Wording("", "simulated", Optional.empty()),
                clock.instant(),
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(),
                Optional.empty());
        if (changes.accept(Reader.EVERYTHING, wish) instanceof Changes.Acceptance.Accepted(var accepted)) {
            asked.add(accepted);
            invariants.asked(wish);
        }
    }

    /** From now on everything works; every change has to come to an end, and to the right one. */
    private Optional<String> settle() {
        calm = true;
        for (var step = 0; step < STEPS_TO_SETTLE; step++) {
            var stored = stored();
            var violation = invariants.violatedBy(stored);
            if (violation.isPresent()) {
                return violation;
            }
            if (stored.stream().allMatch(change -> change.state() instanceof ChangeState.Ended)) {
                clock.passes(WORLD.quarantine());
                return invariants.violatedInTheEndBy(stored());
            }
            nodes.get(step % NODES).step();
            if (step % (8 * NODES) == 0) {
                stored.stream()
                        .flatMap(change -> due(change).stream())
                        .min(Comparator.naturalOrder())
                        .filter(clock.instant()::isBefore)
                        .ifPresentOrElse(clock::passesUntil, () -> clock.passes(Duration.ofSeconds(15)));
            }
        }
        return Optional.of("Never comes to an end: " + stored());
    }

    private static Optional<Instant> due(Change change) {
        return switch (change.state()) {
            case ChangeState.Requested(var waiting, var tries) -> waiting.map(ChangeState.Waiting::until);
            case ChangeState.Submitting(var since) -> Optional.of(since.plusSeconds(90));
            case ChangeState.Unknown unknown -> Optional.of(unknown.nextCheckAt());
            case ChangeState.Ended ended -> Optional.empty();
        };
    }

    private List<Change> stored() {
        return asked.stream()
                .map(change ->
                        changes.find(Reader.EVERYTHING, change).orElseThrow().change())
                .toList();
    }

    private SendFate sendFate() {
        var what = calm ? 0 : random.nextInt(100);
        if (what < 30) {
            return SendFate.obeyed();
        } else if (what < 40) {
            return SendFate.appliedWithoutAnswer();
        } else if (what < 58) {
            return SendFate.landsLater(upTo(WORLD.landingWindow()));
        } else if (what < 66) {
            return SendFate.landsLater(WORLD.landingWindow());
        } else if (what < 76) {
            return SendFate.neverLands();
        } else if (what < 81) {
            return SendFate.rejected(403, "900150");
        } else if (what < 86) {
            return SendFate.unauthorized();
        } else if (what < 91) {
            return SendFate.throttled(upTo(Duration.ofSeconds(60)));
        } else if (what < 94) {
            return SendFate.notReached();
        } else if (what < 95) {
            return SendFate.credentialsRefused();
        } else if (what < 97) {
            return SendFate.appliedButShows(SpendingLimit.of("7"));
        } else if (what < 99) {
            return SendFate.appliedAndNodeDies();
        }
        return SendFate.nodeDies();
    }

    private ReadFate readFate() {
        // To show an old budget is no failure: it goes on for ever.
        var what = random.nextInt(calm ? 90 : 100);
        if (what < 55) {
            return ReadFate.fresh();
        } else if (what < 75) {
            return ReadFate.stale(upTo(WORLD.readStaleness()));
        } else if (what < 90) {
            return ReadFate.stale(WORLD.readStaleness());
        } else if (what < 95) {
            return ReadFate.unavailable();
        } else if (what < 99) {
            return ReadFate.throttled(upTo(Duration.ofSeconds(30)));
        }
        return ReadFate.refused(401, "900420");
    }
}
