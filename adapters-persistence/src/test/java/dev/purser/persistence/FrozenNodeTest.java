package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Changes.Acceptance;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A machine can freeze a node at any moment, also between two statements of a transaction that holds a customer. */
@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class FrozenNodeTest {

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    @Inject
    CustomerLeases leases;

    @Test
    void keepsNobodyFromACustomerUntilItThaws() throws InterruptedException {
        var portal = new Portal(changes, customers, installation, microsoft -> microsoft);
        var wish = portal.wish();
        var frozen = new CountDownLatch(1);
        var thawed = new CountDownLatch(1);
        var node = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    leases.lock(CustomerKey.of(wish.customer()));
                    frozen.countDown();
                    await(thawed);
                }));
        frozen.await();

        var accepted = changes.accept(Reader.EVERYTHING, wish);
        thawed.countDown();

        assertThat(accepted).isEqualTo(new Acceptance.Accepted(wish.id()));
        assertThatThrownBy(node::join).as("commit of the frozen node").isNotNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
