package dev.purser.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what will be true soon, and fails when it is not in time. */
final class Await {

    private static final Duration PACE = Duration.ofMillis(100);

    private Await() {}

    static void until(String what, Duration deadline, BooleanSupplier condition) {
        value(what, deadline, () -> Optional.of(what).filter(it -> condition.getAsBoolean()));
    }

    static <T> T value(String what, Duration deadline, Supplier<Optional<T>> looked) {
        var end = System.nanoTime() + deadline.toNanos();
        while (true) {
            var found = looked.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + deadline.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }
}
