package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Claim;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several nodes do at once. */
@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class ClaimsAtOnceTest {

    private static final int NODES = 8;
    private static final int DUE = 200;

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    ChangeStories stories;

    @Inject
    EntryLog entries;

    @Inject
    Installation installation;

    @BeforeEach
    @AfterEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    @Test
    void claimsEachDueChangeExactlyOnce() throws Exception {
        var account = Installation.newAccount();
        var ada = installation.person("Ada Lovelace");
        var due = new HashSet<UUID>();
        for (int number = 0; number < DUE; number++) {
            due.add(stories.accepted(installation.customer(account, "Contoso", ""), ada)
                    .id());
        }

        var claims = atOnce(node -> claimAll("node-" + node));

        var claimed = claims.stream()
                .flatMap(List::stream)
                .map(claim -> claim.change().id())
                .toList();
        assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(due);
        assertThat(claims).filteredOn(own -> !own.isEmpty()).hasSizeGreaterThan(1);
    }

    private List<Claim> claimAll(String node) {
        var own = new ArrayList<Claim>();
        var claim = changes.claim(node, ChangeStories.LEASE);
        while (claim.isPresent()) {
            own.add(claim.get());
            claim = changes.claim(node, ChangeStories.LEASE);
        }
        return own;
    }

    @Test
    void losesNeitherAReadingNorAConfirmationThatComeAtOnce() throws Exception {
        var ada = installation.person("Ada Lovelace");
        for (int round = 0; round < 10; round++) {
            var customer = installation.customer(Installation.newAccount(), "Contoso", "");
            var change = stories.accepted(customer, ada);
            var claim = stories.intended();

            atOnce(node -> {
                if (node == 0) {
                    stories.confirm(claim);
                } else if (node % 2 == 0) {
                    customers.learnBudget(customer, change.wanted(), customers.now());
                } else {
                    customers.learnProblem(
                            customer, ReadProblem.Kind.THROTTLED, "30 s", UUID.randomUUID(), customers.now());
                }
                return node;
            });

            var known = customers.find(Reader.EVERYTHING, customer).orElseThrow();
            assertThat(known.budget().orElseThrow().limit()).isEqualTo(SpendingLimit.of("5000.5"));
            assertThat(known.lastChange().orElseThrow().who()).isEqualTo("Ada Lovelace");
            assertThat(known.openChange()).isEmpty();
        }
    }

    @Test
    void numbersAStreamWithoutGapsThoughManyWriteAndSomeGiveUp() throws Exception {
        var stream = new Stream.OfAccount(Installation.newAccount());

        atOnce(node -> {
            for (int number = 0; number < 20; number++) {
                var givesUp = (node + number) % 5 == 0;
                if (givesUp) {
                    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                                entries.write(EntryExamples.of(stream), Instant.EPOCH);
                                throw new IllegalStateException("gives up");
                            }))
                            .hasMessage("gives up");
                } else {
                    QuarkusTransaction.requiringNew().run(() -> entries.write(EntryExamples.of(stream), Instant.EPOCH));
                }
            }
            return node;
        });

        var numbers = installation.entries(stream.key()).stream()
                .map(entry -> entry.get("number"))
                .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, NODES * 16)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private interface Work<T> {
        T of(int node);
    }

    private static <T> List<T> atOnce(Work<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        var start = new CyclicBarrier(NODES);
        try (var threads = Executors.newFixedThreadPool(NODES)) {
            var running = new ArrayList<Future<T>>();
            for (var node : IntStream.range(0, NODES).toArray()) {
                Callable<T> one = () -> {
                    start.await(10, TimeUnit.SECONDS);
                    return work.of(node);
                };
                running.add(threads.submit(one));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
