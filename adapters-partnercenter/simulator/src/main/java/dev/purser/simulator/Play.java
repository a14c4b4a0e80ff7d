package dev.purser.simulator;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Plays an exchange to its end, with or without a fault. This is the one place that knows what each fault does. */
final class Play {

    private final Vertx vertx;
    private final InstantSource clock;
    private final Latency latency;
    private final Random random;

    Play(Vertx vertx, SimulatorSettings settings) {
        this.vertx = vertx;
        this.clock = settings.clock();
        this.latency = settings.latency();
        this.random = new Random(settings.seed());
    }

    /**
     * @param work does what was asked for and tells the answer; it is called at most once
     */
    void play(Optional<Fault> fault, Route route, Supplier<Reply> work, ApiResponse response) {
        after(
                usualTime(),
                () -> fault.ifPresentOrElse(one -> play(one, route, work, response), () -> response.send(work.get())));
    }

    private void play(Fault fault, Route route, Supplier<Reply> work, ApiResponse response) {
        switch (fault) {
            case Fault.ApplyThenDrop _ -> {
                Reply _ = work.get();
                response.drop("dropped after the work was done");
            }
            case Fault.DropBeforeApplying _ -> response.drop("dropped before the work was done");
            case Fault.ServerErrorAfterApplying _ -> {
                Reply _ = work.get();
                response.send(Reply.refused(500, "800003", "The service failed unexpectedly."));
            }
            case Fault.TooManyRequests throttled -> response.send(throttled(throttled));
            case Fault.Slow(Duration delay) -> after(delay, () -> response.send(work.get()));
            case Fault.Malformed(Fault.Shape shape) -> {
                Reply reply = work.get();
                response.send(reply.status() == 200 ? MalformedBody.of(shape, route, reply) : reply);
            }
            case Fault.AnswerWith(int status, String contentType, String body) ->
                response.send(new Reply(status, contentType, body, Map.of()));
        }
    }

    private Reply throttled(Fault.TooManyRequests fault) {
        long seconds = fault.retryAfter().toSeconds();
        Reply reply = Reply.json(429, ErrorBody.throttled(seconds));
        return switch (fault.form()) {
            case SECONDS -> reply.with("Retry-After", Long.toString(seconds));
            case HTTP_DATE ->
                reply.with("Retry-After", ApiResponse.httpDate(clock.instant().plusSeconds(seconds)));
            case ABSENT -> reply;
        };
    }

    private Duration usualTime() {
        long span = latency.most().minus(latency.least()).toMillis();
        return latency.least().plusMillis(span == 0 ? 0 : random.nextLong(span + 1));
    }

    private void after(Duration delay, Runnable step) {
        if (delay.isZero()) {
            step.run();
        } else {
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(delay.toNanos()));
            vertx.setTimer(millis, _ -> step.run());
        }
    }
}
