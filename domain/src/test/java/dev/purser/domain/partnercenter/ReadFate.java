package dev.purser.domain.partnercenter;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What becomes of one reading of {@link ScriptedBudgets}. */
public sealed interface ReadFate {

    /** Answered with the budget that was in force that long ago. */
    record AsOf(Duration age) implements ReadFate {}

    record Refused(Refusal refusal) implements ReadFate {}

    record Throttled(Duration pause) implements ReadFate {}

    record Unavailable(Trouble trouble) implements ReadFate {}

    static ReadFate fresh() {
        return new AsOf(Duration.ZERO);
    }

    static ReadFate stale(Duration age) {
        return new AsOf(age);
    }

    static ReadFate refused(int status, String code) {
        return new Refused(new Refusal(status, Optional.of(code), "Refused by the script", UUID.randomUUID()));
    }

    static ReadFate throttled(Duration pause) {
        return new Throttled(pause);
    }

    static ReadFate unavailable() {
        return new Unavailable(new Trouble(Trouble.Kind.NO_ANSWER, "no answer within 30 s"));
    }
}
