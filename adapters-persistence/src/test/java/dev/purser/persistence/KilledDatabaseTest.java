package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.CarryOutChanges;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Changes.Acceptance;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFate;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections are ended and PostgreSQL is killed while two nodes work for many customers. */
@QuarkusTest
@WithTestResource(WiredDatabase.class)
class KilledDatabaseTest {

    private static final long SEED = Long.getLong("purser.seed", 3);
    private static final int CUSTOMERS = 60;
    private static final int THREADS_OF_A_NODE = 3;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    @Nullable WiredDatabase database;

    @BeforeEach
    @AfterEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    private WiredDatabase database() {
        if (database == null) {
            throw new IllegalStateException("There is no database");
        }
        return database;
    }

    @Test
    void losesNothingThatWasAcceptedAndTellsNothingWrong() throws Exception {
        var overlaps = new ConcurrentLinkedQueue<CustomerId>();
        var portal =
                new Portal(changes, customers, installation, microsoft -> new NeverTwiceAtOnce(microsoft, overlaps));
        portal.microsoft.nextSendings(fates().limit(CUSTOMERS * 3L).toArray(SendFate[]::new));
        var wishes =
                IntStream.range(0, CUSTOMERS).mapToObj(number -> portal.wish()).toList();

        var over = new AtomicBoolean();
        var failures = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var node : List.of(portal.node("node-1"), portal.node("node-2"))) {
                for (var thread = 0; thread < THREADS_OF_A_NODE; thread++) {
                    working.add(threads.submit(() -> work(node, over, failures)));
                }
            }
            for (var number = 0; number < CUSTOMERS; number++) {
                accept(wishes.get(number));
                portal.asked.add(wishes.get(number).id());
                if (number == CUSTOMERS / 2) {
                    database().kill();
                    database().restart();
                } else if (number % 5 == 0) {
                    database().endAConnection();
                }
            }
            over.set(true);
            for (var one : working) {
                one.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            }
        }

        assertThat(failures).hasPositiveValue();

        portal.settle(portal.node("node-3"));
        portal.assertTruth();
        assertThat(overlaps).isEmpty();
        assertThat(portal.stored().stream()
                        .map(change -> change.state().getClass())
                        .distinct()
                        .count())
                .as("kinds of outcomes")
                .isGreaterThan(2);
    }

    /** As a person does who got no answer: sends the same form until there is one. */
    private void accept(Change wish) {
        var deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (true) {
            try {
                assertThat(changes.accept(Reader.EVERYTHING, wish))
                        .isInstanceOfAny(Acceptance.Accepted.class, Acceptance.Known.class);
                return;
            } catch (RuntimeException broken) {
                if (System.nanoTime() > deadline) {
                    throw broken;
                }
            }
        }
    }

    private static void work(CarryOutChanges node, AtomicBoolean over, AtomicInteger failures) {
        while (!over.get()) {
            try {
                node.next();
            } catch (RuntimeException broken) {
                // What was under way is taken up again when its lease is over.
                failures.incrementAndGet();
            }
        }
    }

    @Test
    void worksAtOnceWhenPostgresIsBack() throws Exception {
        inUseAtOnce(8);

        database().kill();
        database().restart();

        for (var time = 0; time < 8; time++) {
            assertThatCode(() -> changes.find(Reader.EVERYTHING, UUID.randomUUID()))
                    .doesNotThrowAnyException();
        }
    }

    /** So that many connections are open, and all of them will be dead. */
    private void inUseAtOnce(int connections) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sleeping = IntStream.range(0, connections)
                    .mapToObj(number -> threads.submit(() -> installation.execute("select pg_sleep(0.5)")))
                    .toList();
            for (var one : sleeping) {
                one.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private static Stream<SendFate> fates() {
        var random = new Random(SEED);
        return Stream.generate(() -> switch (random.nextInt(8)) {
            case 0, 1 -> SendFate.appliedWithoutAnswer();
            case 2 -> SendFate.neverLands();
            case 3 -> SendFate.landsLater(Duration.ofMinutes(4));
            case 4 -> SendFate.rejected(403, "900150");
            case 5 -> SendFate.throttled(Duration.ofSeconds(20));
            case 6 -> SendFate.unauthorized();
            default -> SendFate.obeyed();
        });
    }

    /** Notices where two nodes send for one customer at once. */
    private record NeverTwiceAtOnce(Budgets microsoft, Queue<CustomerId> overlaps, Set<CustomerId> busy)
            implements Budgets {

        NeverTwiceAtOnce(Budgets microsoft, Queue<CustomerId> overlaps) {
            this(microsoft, overlaps, ConcurrentHashMap.newKeySet());
        }

        @Override
        public Reading<SpendingLimit> read(CustomerId customer) {
            return microsoft.read(customer);
        }

        @Override
        public Answer send(Order order, SendFence fence) {
            if (!busy.add(order.customer())) {
                overlaps.add(order.customer());
            }
            try {
                return microsoft.send(order, fence);
            } finally {
                busy.remove(order.customer());
            }
        }
    }
}
