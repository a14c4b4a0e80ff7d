package dev.purser.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * A number of calls, made by so many callers at once, and how long they took.
 *
 * @param nanos from the first call's beginning to the last one's end
 * @param processor time of all threads of one process in nanoseconds: unlike the other, what else the machine does is not in it
 * @param latencies of each call, in nanoseconds, in ascending order
 */
record Block(long nanos, long processor, long[] latencies) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Something done over and over. */
    interface Call {
        /** @param number from 0 on, each once in a block */
        void make(int number);
    }

    /** Each caller is a virtual thread, and makes a call as soon as the one before is done. The processor time is this process's. */
    static Block of(int callers, int calls, Call call) {
        return of(callers, calls, SYSTEM::getProcessCpuTime, call);
    }

    /** @param clock tells the processor time of the process that matters, in nanoseconds */
    static Block of(int callers, int calls, LongSupplier clock, Call call) {
        var next = new AtomicInteger();
        var latencies = new long[calls];
        var running = new ArrayList<Future<?>>();
        var processor = clock.getAsLong();
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                        var started = System.nanoTime();
                        call.make(number);
                        latencies[number] = System.nanoTime() - started;
                    }
                }));
            }
        }
        var nanos = System.nanoTime() - begun;
        var used = clock.getAsLong() - processor;
        running.forEach(Block::check);
        Arrays.sort(latencies);
        return new Block(nanos, used, latencies);
    }

    private static void check(Future<?> caller) {
        try {
            caller.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call that is measured went wrong", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    double perSecond() {
        return latencies.length * 1e9 / nanos;
    }

    double processorMicrosPerCall() {
        return processor / 1e3 / latencies.length;
    }

    /** @param share of the calls, from 0 to 1, that took no longer */
    double millis(double share) {
        return latencies[(int) Math.min(latencies.length - 1L, (long) (latencies.length * share))] / 1e6;
    }
}
