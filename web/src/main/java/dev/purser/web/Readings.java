package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.ReadCustomers;
import dev.purser.web.format.DisplayTime;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Readings that people have asked for. Nobody waits for Microsoft longer than a moment; a reading that takes longer goes on,
 * and one customer is read by one at a time.
 */
@Singleton
class Readings {

    /** Microsoft usually answers within a second; so its answer stands on the page at first sight. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Readings.class);

    private final ReadCustomers readCustomers;
    private final DisplayTime time;
    private final Map<CustomerId, Running> running = new ConcurrentHashMap<>();

    private record Running(Instant since, CountDownLatch over) {}

    Readings(ReadCustomers readCustomers, DisplayTime time) {
        this.readCustomers = readCustomers;
        this.time = time;
    }

    /** Answers once it has been read, or after a moment. */
    void read(CustomerId customer) {
        var own = new Running(time.now(), new CountDownLatch(1));
        var other = running.putIfAbsent(customer, own);
        if (other == null) {
            Thread.ofVirtual().name("reading-" + customer).start(() -> carryOut(customer, own));
        }
        try {
            (other == null ? own : other).over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The portal stops; the page can be looked at all the same.
            Thread.currentThread().interrupt();
        }
    }

    /** Since when this node has been reading the customer; empty when it is not. */
    Optional<Instant> since(CustomerId customer) {
        return Optional.ofNullable(running.get(customer)).map(Running::since);
    }

    private void carryOut(CustomerId customer, Running own) {
        // Reading from the database needs a request's context, which a thread of our own does not have.
        var context = Arc.container().requestContext();
        context.activate();
        try {
            readCustomers.readOne(customer);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be read", customer);
        } finally {
            context.terminate();
            running.remove(customer);
            own.over.countDown();
        }
    }
}
