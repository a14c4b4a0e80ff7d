package dev.purser.partnercenter;

import dev.purser.partnercenter.TokenOutcome.Granted;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The current token of one account and credential. Only one is asked for at a time; whoever needs it meanwhile waits for
 * that answer, a failed one included, so that a token endpoint that hangs delays everybody once and not one after another.
 */
final class Tokens {

    /** Where tokens come from. */
    interface Source {
        TokenOutcome ask(UUID correlation);
    }

    private final Source source;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token current;
    private @Nullable CompletableFuture<TokenOutcome> pending;

    Tokens(Source source) {
        this.source = source;
    }

    /** A token that is not stale, asked for if need be. */
    TokenOutcome get(UUID correlation) {
        var mine = new CompletableFuture<TokenOutcome>();
        CompletableFuture<TokenOutcome> others;
        lock.lock();
        try {
            if (current != null && !current.isStale()) {
                return new Granted(current);
            }
            others = pending;
            if (others == null) {
                pending = mine;
            }
        } finally {
            lock.unlock();
        }
        return others == null ? ask(mine, correlation) : others.join();
    }

    private TokenOutcome ask(CompletableFuture<TokenOutcome> mine, UUID correlation) {
        Optional<TokenOutcome> outcome = Optional.empty();
        try {
            outcome = Optional.of(source.ask(correlation));
            return outcome.get();
        } finally {
            settle(mine, outcome);
        }
    }

    private void settle(CompletableFuture<TokenOutcome> mine, Optional<TokenOutcome> outcome) {
        lock.lock();
        try {
            pending = null;
            if (outcome.orElse(null) instanceof Granted(var token)) {
                current = token;
            }
        } finally {
            lock.unlock();
        }
        outcome.ifPresentOrElse(
                mine::complete,
                () -> mine.completeExceptionally(new IllegalStateException("Asking for a token went wrong")));
    }

    /** Microsoft did not accept it (401). A newer one, which somebody else may have got meanwhile, is kept. */
    void discard(Token refused) {
        lock.lock();
        try {
            if (refused.equals(current)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
