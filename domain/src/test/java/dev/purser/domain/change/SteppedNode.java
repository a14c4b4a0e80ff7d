package dev.purser.domain.change;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFate.NodeDied;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node that stops before and after each call of a port until it is told to go on, so that nodes can be interleaved in
 * any way, and die anywhere. Exactly one thread runs at a time: the one that steps, or the one that is stepped.
 */
final class SteppedNode {

    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private boolean dies;
    private boolean ends;
    private @Nullable Throwable failure;

    /** Lets the node begin; it stands still before its first call. */
    void begin(CarryOutChanges carryOut) {
        Thread.ofVirtual().start(() -> {
            turn.acquireUninterruptibly();
            while (!ends) {
                carryOn(carryOut);
            }
            back.release();
        });
    }

    private void carryOn(CarryOutChanges carryOut) {
        try {
            carryOut.next();
            pause();
        } catch (NodeDied died) {
            // Another node takes its place: it knows nothing of what this one was at.
            dies = false;
        } catch (RuntimeException | Error unexpected) {
            failure = unexpected;
            ends = true;
        }
    }

    /** Lets the node go on to its next call, or back from it. */
    void step() {
        turn.release();
        back.acquireUninterruptibly();
        if (failure != null) {
            throw new AssertionError("A node failed", failure);
        }
    }

    /** The node dies where it stands. */
    void die() {
        dies = true;
        step();
    }

    /** Lets the node stop for good. */
    void end() {
        if (!ends) {
            ends = true;
            step();
        }
    }

    private void pause() {
        back.release();
        turn.acquireUninterruptibly();
        if (dies || ends) {
            throw new NodeDied();
        }
    }

    private <T> T stopping(Supplier<T> call) {
        pause();
        var result = call.get();
        pause();
        return result;
    }

    Changes stoppingAt(Changes changes) {
        return new Changes() {
            @Override
            public Acceptance accept(Reader writer, Change wish) {
                return changes.accept(writer, wish);
            }

            @Override
            public Optional<Receipt> find(Reader reader, UUID change) {
                return changes.find(reader, change);
            }

            @Override
            public Optional<Claim> claim(String node, Duration lease) {
                return stopping(() -> changes.claim(node, lease));
            }

            @Override
            public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
                return stopping(() -> changes.intend(claim, send, lease));
            }

            @Override
            public void release(Claim claim) {
                pause();
                changes.release(claim);
                pause();
            }

            @Override
            public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
                pause();
                changes.record(claim, transition, end);
                pause();
            }
        };
    }

    Budgets stoppingAt(Budgets budgets) {
        return new Budgets() {
            @Override
            public Reading<SpendingLimit> read(CustomerId customer) {
                return stopping(() -> budgets.read(customer));
            }

            @Override
            public Answer send(Order order, SendFence fence) {
                return stopping(() -> budgets.send(order, fence));
            }
        };
    }
}
