package dev.purser.web;

import dev.purser.domain.change.CarryOutChanges;
import dev.purser.web.errors.OutageLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Threads that carry out changes for as long as the portal runs. They look for due ones at a steady pace, so that nothing
 * depends on being woken: what another node accepted, or a crash left behind, is found all the same.
 */
@Singleton
public class ChangeWorkers {

    /** Each waits for Microsoft most of the time; more would only meet its throttling sooner. */
    private static final int THREADS = 8;

    private static final Duration PACE = Duration.ofMillis(500);

    /** After an error of our own or of the database; it is logged each time. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** For all of them together: whoever stops us waits for 30 s, and pages and recurring work need theirs of it. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(18);

    private static final Logger LOG = Logger.getLogger(ChangeWorkers.class);

    private enum Wake {
        UP
    }

    private final CarryOutChanges carryOut;
    private final Mode mode;
    private final BlockingQueue<Wake> wakes = new LinkedBlockingQueue<>(THREADS);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    ChangeWorkers(CarryOutChanges carryOut, @ConfigProperty(name = Mode.PROPERTY, defaultValue = "portal") Mode mode) {
        this.carryOut = carryOut;
        this.mode = mode;
    }

    /** A change was accepted: look at once. */
    public void wake() {
        wakes.offer(Wake.UP);
    }

    void start(@Observes StartupEvent started) {
        if (mode == Mode.COMMAND) {
            return;
        }
        for (int number = 1; number <= THREADS; number++) {
            threads.add(Thread.ofVirtual().name("change-worker-" + number).start(this::work));
        }
    }

    /** What is being sent gets its answer recorded, where it comes soon; else another node or the next start settles it. */
    void stop(@Observes @Priority(ShutdownOrder.WORKERS) ShutdownEvent stopping) throws InterruptedException {
        running = false;
        carryOut.beginNoMore();
        while (wakes.offer(Wake.UP)) {
            // One for each thread that may be resting.
        }
        var end = System.nanoTime() + LONGEST_STOP.toNanos();
        for (var thread : threads) {
            thread.join(Duration.ofNanos(end - System.nanoTime()));
        }
    }

    private void work() {
        while (running) {
            try {
                var found = carryOut.next();
                OutageLog.databaseAnswers();
                if (!found) {
                    pause(PACE);
                }
            } catch (RuntimeException e) {
                LOG.error("A change could not be carried on; it will be tried again", e);
                pause(REST);
            }
        }
    }

    /** Until the time is over or somebody wakes us, which is the same to us. */
    private void pause(Duration time) {
        try {
            wakes.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
