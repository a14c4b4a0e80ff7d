package dev.purser.simulator;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays an exchange to its end, with or without a fault. This is the one place that knows what each fault does. */
final class Play {

    private final Vertx vertx;
    private final InstantSource clock;
    private final Switches switches;
    private final World world;
    private final Consumer<Duration> outage;
    private final Random random;

    /** @param outage refuses connections for so long */
    Play(Vertx vertx, SimulatorSettings settings, Switches switches, World world, Consumer<Duration> outage) {
        this.vertx = vertx;
        this.clock = settings.clock();
        this.switches = switches;
        this.world = world;
        this.outage = outage;
        this.random = new Random(settings.seed());
    }

    /**
     * @param work does what was asked for and tells the answer; it is called at most once
     */
    void play(ApiCall call, Course course, Supplier<Reply> work, ApiResponse response) {
        Scene scene = new Scene(call, course, work, response);
        after(usualTime(), scene::begin);
    }

    /** One exchange on its way. Everything happens on the event loop, so that nothing here is locked. */
    private final class Scene {

        private final ApiCall call;
        private final Course course;
        private final Supplier<Reply> work;
        private final ApiResponse response;
        private @Nullable Reply done;

        Scene(ApiCall call, Course course, Supplier<Reply> work, ApiResponse response) {
            this.call = call;
            this.course = course;
            this.work = work;
            this.response = response;
        }

        void begin() {
            Duration answerAt = course.answerDelay();
            Optional<Duration> applyAfter = course.applyAfter();
            if (applyAfter.isPresent()) {
                after(applyAfter.get(), this::done);
                boolean waits = course.answersTheWork() && applyAfter.get().compareTo(answerAt) > 0;
                answerAt = waits ? applyAfter.get() : answerAt;
            }
            after(answerAt, this::answer);
        }

        private Reply done() {
            if (done == null) {
                edit(Fault.Moment.BEFORE);
                done = work.get();
                edit(Fault.Moment.AFTER);
            }
            return done;
        }

        private void edit(Fault.Moment moment) {
            call.customerId()
                    .ifPresent(customer -> course.edits(moment)
                            .forEach(edit -> after(edit.delay(), () -> world.editOutside(customer, edit.edit()))));
        }

        private void answer() {
            if (course.worksWithTheAnswer()) {
                Reply _ = done();
            } else if (course.applyAfter().isEmpty()) {
                edit(Fault.Moment.BEFORE);
                edit(Fault.Moment.AFTER);
            }
            if (course.delivering().isPresent()) {
                deliver(course.delivering().get());
            } else {
                response.send(reply(), course);
            }
        }

        private void deliver(Fault.Delivering delivering) {
            switch (delivering) {
                case Fault.ApplyThenDrop _ -> response.drop("dropped after the work was done");
                case Fault.DropBeforeApplying _ -> response.drop("dropped before the work was done");
                case Fault.Hang _ -> {
                    // The caller ends it, or nobody does.
                }
                case Fault.RefuseConnections(Duration time) -> {
                    response.drop("dropped, and connections are refused for " + time);
                    outage.accept(time);
                }
                case Fault.Reset(Fault.ResetMoment when) -> {
                    switch (when) {
                        case BEFORE_READING -> response.reset("reset before the request was read");
                        case AFTER_READING -> response.reset("reset after the request was read");
                        case IN_THE_ANSWER -> response.send(reply(), course);
                    }
                }
                case Fault.Drip _, Fault.Cut _, Fault.Chunked _, Fault.Huge _ -> response.send(reply(), course);
            }
        }

        private Reply reply() {
            Reply reply = course.answering().map(this::answering).orElseGet(this::done);
            boolean good = reply.status() >= 200 && reply.status() < 300;
            Reply shaped = good
                    ? course.shaping()
                            .map(shaping -> MalformedBody.of(shaping, call.route(), reply))
                            .orElse(reply)
                    : reply;
            Reply called = course.contentType()
                    .map(type -> shaped.withContentType(type.contentType()))
                    .orElse(shaped);
            return course.status()
                    .map(status -> called.withStatus(status.status()))
                    .orElse(called);
        }

        private Reply answering(Fault.Answering answering) {
            return switch (answering) {
                case Fault.ServerErrorAfterApplying _ -> Refusal.SERVER_ERROR.reply();
                case Fault.TooManyRequests throttled -> throttled(throttled);
                case Fault.AnswerWith(int status, String contentType, String body, Map<String, String> headers) ->
                    new Reply(status, contentType, body, headers);
                case Fault.Refuse(Refusal refusal) -> refusal.reply();
                case Fault.Redirect(int status, Optional<String> location) ->
                    new Reply(status, "text/html; charset=utf-8", "", Map.of())
                            .with("Location", location.orElse(call.address()));
            };
        }
    }

    private Reply throttled(Fault.TooManyRequests fault) {
        long seconds = fault.retryAfter().toSeconds();
        Reply reply = Reply.json(429, ErrorBody.throttled(seconds));
        return switch (fault.form()) {
            case SECONDS -> reply.with("Retry-After", Long.toString(seconds));
            case HTTP_DATE ->
                reply.with(
                        "Retry-After",
                        ApiResponse.httpDate(
                                clock.instant().plus(switches.now().clockSkew()).plusSeconds(seconds)));
            case ABSENT -> reply;
        };
    }

    private Duration usualTime() {
        Latency latency = switches.now().latency();
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
