package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.CarryOutChanges;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Wording;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.history.Stream;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.ScriptedBudgets;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Nodes over one PostgreSQL with a Partner Center of their own, whose journal is what their records are compared with. */
final class Portal {

    private static final SpendingLimit BEFORE = SpendingLimit.of("4000");
    private static final SpendingLimit AFTER = SpendingLimit.of("5000.5");
    private static final Set<String> ENDS =
            Set.of("change-confirmed", "change-refused", "change-not-applied", "change-conflict", "change-disputed");
    private static final Duration STEP = Duration.ofSeconds(100);
    private static final int STEPS = 20;

    final StoppedClock clock = new StoppedClock();
    final ScriptedBudgets microsoft = new ScriptedBudgets(clock);
    final List<UUID> asked = Collections.synchronizedList(new ArrayList<>());

    private final Changes changes;
    private final Customers customers;
    private final Installation installation;
    private final Budgets budgets;

    /** @param outside how Partner Center is reached */
    Portal(Changes changes, Customers customers, Installation installation, Outside outside) {
        this.changes = changes;
        this.customers = customers;
        this.installation = installation;
        this.budgets = outside.of(microsoft);
    }

    interface Outside {
        Budgets of(Budgets microsoft);
    }

    CarryOutChanges node(String name) {
        return new CarryOutChanges(
                changes,
                customers,
                budgets,
                new TestWiring().timing(),
                clock,
                clock::nanos,
                (_, time) -> clock.passes(time),
                name);
    }

    /** A new customer, for whom a change is accepted. */
    Change asks() {
        var wish = wish();
        assertThat(changes.accept(Reader.EVERYTHING, wish)).isEqualTo(new Changes.Acceptance.Accepted(wish.id()));
        asked.add(wish.id());
        return wish;
    }

    /** A new customer, and a change that is not asked for yet. */
    Change wish() {
        var customer = installation.customer(Installation.newAccount(), "Contoso", "");
        microsoft.set(customer, BEFORE);
        return ChangeStories.wish(
                customer, installation.person("Ada"), new Wording("5k", "customer request", Optional.empty()));
    }

    void passes(Duration time) {
        clock.passes(time);
        installation.passes(time);
    }

    /** Lets so much time pass that everything has to have come to an end, on one node where nothing fails any more. */
    void settle(CarryOutChanges node) {
        for (var step = 0; step < STEPS; step++) {
            carryOut(node);
            if (stored().stream().allMatch(change -> change.state() instanceof ChangeState.Ended)) {
                return;
            }
            passes(STEP);
        }
        throw new AssertionError("Never comes to an end: " + stored());
    }

    static void carryOut(CarryOutChanges node) {
        while (node.next()) {
            // Each takes one step of one change.
        }
    }

    List<Change> stored() {
        return List.copyOf(asked).stream().map(this::stored).toList();
    }

    private Change stored(UUID id) {
        return changes.find(Reader.EVERYTHING, id).orElseThrow().change();
    }

    /** Everything that is recorded of the changes is what really happened, and tells it from the wish to the end. */
    void assertTruth() {
        stored().forEach(this::assertTruth);
    }

    private void assertTruth(Change change) {
        var applied = microsoft.applied().stream()
                .map(ScriptedBudgets.Applied::order)
                .filter(order -> order.customer().equals(change.customer()))
                .toList();
        switch (change.state()) {
            case ChangeState.Confirmed confirmed -> {
                assertThat(applied).as("%s", change).isNotEmpty();
                assertThat(microsoft.inForce(change.customer())).isEqualTo(AFTER);
            }
            case ChangeState.NotApplied notApplied ->
                assertThat(applied).as("%s", change).isEmpty();
            case ChangeState.Refused refused ->
                assertThat(applied).as("%s", change).isEmpty();
            case ChangeState.Conflict conflict -> throw new AssertionError("Nobody else was there: " + change);
            case ChangeState.Disputed disputed -> throw new AssertionError("Nobody else was there: " + change);
            case ChangeState.Open open -> throw new AssertionError("Not at an end: " + change);
        }
        var entries = installation.entries(new Stream.OfCustomer(change.customer()).key());
        assertThat(entries)
                .extracting(entry -> entry.get("number"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, entries.size())
                        .mapToObj(Integer::toString)
                        .toList());
        var kinds = entries.stream().map(entry -> entry.get("kind")).toList();
        assertThat(kinds.getFirst()).isEqualTo("change-requested");
        assertThat(kinds).containsOnlyOnce("change-requested");
        assertThat(kinds.stream().filter(ENDS::contains)).containsExactly(kind(change.state()));
        assertThat(kinds.getLast()).isEqualTo(kind(change.state()));
        assertThat(entries.stream()
                        .filter(entry -> "change-sending".equals(entry.get("kind")))
                        .map(entry -> entry.get("correlation")))
                .as("the intents of %s", change)
                .containsExactlyElementsOf(change.attempts().stream()
                        .map(Attempt::correlation)
                        .map(UUID::toString)
                        .toList());
        assertSent(change);
    }

    /** Nothing left without an intent, nothing twice under one intent, and after silence once more at most. */
    private void assertSent(Change change) {
        var received = received(change.customer());
        assertThat(received).extracting(Budgets.Order::correlation).doesNotHaveDuplicates();
        assertThat(change.attempts())
                .extracting(Attempt::correlation)
                .containsAll(received.stream().map(Budgets.Order::correlation).toList());
        assertThat(change.attempts().stream().dropWhile(Attempt::certain))
                .as("the attempts of %s", change)
                .hasSizeLessThanOrEqualTo(2);
    }

    private List<Budgets.Order> received(CustomerId customer) {
        return microsoft.received().stream()
                .filter(order -> order.customer().equals(customer))
                .toList();
    }

    private static String kind(ChangeState state) {
        return switch (state) {
            case ChangeState.Confirmed confirmed -> "change-confirmed";
            case ChangeState.Refused refused -> "change-refused";
            case ChangeState.NotApplied notApplied -> "change-not-applied";
            case ChangeState.Conflict conflict -> "change-conflict";
            case ChangeState.Disputed disputed -> "change-disputed";
            case ChangeState.Open open -> "open";
        };
    }
}
