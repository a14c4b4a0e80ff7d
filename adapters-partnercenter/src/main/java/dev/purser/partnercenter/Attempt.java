package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * One call under way. The waiting thread may give it up; the event loop may let it depart; whoever is first decides, so
 * that a call given up before its departure never leaves later.
 */
final class Attempt {

    private enum Stage {
        CONNECTING,
        DEPARTED,
        GIVEN_UP
    }

    private static final int LONGEST_WORDS = 256;

    private final HttpCall call;
    private final BooleanSupplier permission;
    private final TimeLimits limits;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);
    private final CompletableFuture<HttpClientRequest> departure = new CompletableFuture<>();
    private final CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();
    private volatile long departedAt;

    Attempt(HttpCall call, BooleanSupplier permission, TimeLimits limits) {
        this.call = call;
        this.permission = permission;
        this.limits = limits;
    }

    /** The connection is open. Runs on the event loop, so that nothing comes between the permission and the first byte. */
    void depart(HttpClientRequest request) {
        // The outcome tells every failure; without this it would be logged a second time, as a severe error.
        request.exceptionHandler(_ -> {});
        departedAt = System.nanoTime();
        if (!stage.compareAndSet(Stage.CONNECTING, Stage.DEPARTED)) {
            request.reset();
            return;
        }
        departure.complete(request);
        try {
            if (permission.getAsBoolean()) {
                send(request);
            } else {
                // In this order, so that the connection is free again when the caller goes on.
                request.reset();
                outcome.complete(new HeldBack());
            }
        } catch (RuntimeException broken) {
            outcome.completeExceptionally(broken);
            request.reset();
        }
    }

    void couldNotConnect(Throwable cause) {
        outcome.complete(new NotSent(new Trouble(Trouble.Kind.NOT_REACHED, words(cause))));
    }

    private void send(HttpClientRequest request) {
        var response = call.body().map(request::send).orElseGet(request::send);
        response.compose(head -> whole(request, head)).onComplete(outcome::complete, this::broke);
    }

    private Future<Answered> whole(HttpClientRequest request, HttpClientResponse response) {
        var body = Buffer.buffer();
        Promise<Answered> whole = Promise.promise();
        response.exceptionHandler(whole::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() > call.longestAnswer()) {
                whole.tryFail(new AnswerTooLong(call.longestAnswer()));
                request.reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(_ -> {
            var reason = response.statusMessage() == null ? "" : response.statusMessage();
            whole.tryComplete(new Answered(response.statusCode(), reason, response.headers(), body));
        });
        return whole.future();
    }

    private void broke(Throwable cause) {
        outcome.complete(new NoAnswer(new Trouble(kind(cause), words(cause))));
    }

    /** Whatever is not the connection's fault is an answer that the HTTP codec did not understand, or would not take. */
    private static Trouble.Kind kind(Throwable cause) {
        return cause instanceof IOException
                        || cause instanceof HttpClosedException
                        || cause instanceof StreamResetException
                ? Trouble.Kind.BROKEN_OFF
                : Trouble.Kind.UNREADABLE;
    }

    /** Waits for the outcome, within the limits. */
    HttpOutcome await() {
        try {
            return withinLimits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return giveUp(new Trouble(Trouble.Kind.PORTAL_STOPPED, "interrupted"));
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Could not make the call " + call, broken.getCause());
        }
    }

    private HttpOutcome withinLimits() throws InterruptedException, ExecutionException {
        try {
            CompletableFuture.anyOf(departure, outcome).get(limits.connect().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            if (stage.compareAndSet(Stage.CONNECTING, Stage.GIVEN_UP)) {
                return new NotSent(
                        new Trouble(Trouble.Kind.NOT_REACHED, "no connection within " + seconds(limits.connect())));
            }
        }
        try {
            var left = departedAt + limits.answer().toNanos() - System.nanoTime();
            return outcome.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return giveUp(new Trouble(Trouble.Kind.NO_ANSWER, "no answer within " + seconds(limits.answer())));
        }
    }

    private HttpOutcome giveUp(Trouble trouble) {
        if (stage.compareAndSet(Stage.CONNECTING, Stage.GIVEN_UP)) {
            return new NotSent(trouble);
        }
        // An answer that came at this very moment counts; else this is the outcome, and not what the reset makes of it.
        outcome.complete(new NoAnswer(trouble));
        departure.join().reset();
        return outcome.join();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /**
     * An exception in words for operators, with what lies at its root, such as why a certificate is not trusted. Those of
     * the network and of TLS carry addresses, never headers or bodies.
     */
    static String words(Throwable cause) {
        var root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var outer = message(cause);
        var inner = message(root);
        return Fault.oneLine(outer.contains(inner) ? outer : outer + ": " + inner, LONGEST_WORDS);
    }

    private static String message(Throwable cause) {
        var message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** More was answered than is read. */
    private static final class AnswerTooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AnswerTooLong(int limit) {
            super("longer than " + limit + " bytes");
        }
    }
}
