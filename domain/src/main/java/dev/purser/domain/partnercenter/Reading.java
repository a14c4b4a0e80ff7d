package dev.purser.domain.partnercenter;

import java.time.Duration;
import java.util.UUID;

/** The result of asking Partner Center something. Not to know is a result like any other. */
public sealed interface Reading<T> {

    /** Microsoft answered. */
    record Read<T>(T value, UUID correlation) implements Reading<T> {}

    /** Microsoft said no. */
    record Refused<T>(Refusal refusal) implements Reading<T> {}

    /** Microsoft asks us to wait. */
    record Throttled<T>(Duration pause, UUID correlation) implements Reading<T> {}

    /** No answer that can be read: unreachable, too slow, broken off, an error of the service, or not what was asked for. */
    record Unavailable<T>(Trouble trouble, UUID correlation) implements Reading<T> {}
}
