package dev.purser.chaos.kind;

import dev.purser.simulator.Fault;
import dev.purser.simulator.Fault.RetryAfter;
import java.time.Duration;
import java.util.List;

/** Ways in which an exchange goes wrong that several kinds share. */
final class Ways {

    static final String JSON = "application/json";
    static final String HTML = "<html><head><title>Bad Gateway</title></head><body>bad</body></html>";

    static final Fault APPLIED = new Fault.ApplyThenDrop();
    static final Fault DROPPED = new Fault.DropBeforeApplying();
    static final Fault FAILED = Fault.refusal(500, "800003", "The service failed unexpectedly.");
    static final Fault ROLE = Fault.refusal(403, "900150", "The role lacks rights for this operation.");
    static final Fault BAD_INPUT = Fault.refusal(400, "800002", "The input is invalid.");
    static final Fault UNAUTHORIZED = Fault.refusal(401, "800001", "The token is not accepted.");
    static final Fault NOT_FOUND = Fault.refusal(404, "1000", "The resource was not found.");

    private Ways() {}

    /** Lands at the very end of the time in which it may, and the connection is reset at once. */
    static Fault late(Scene scene) {
        return together(
                new Fault.ApplyAfter(scene.limits().landing().minusSeconds(1)),
                new Fault.Reset(Fault.ResetMoment.AFTER_READING));
    }

    /** Readers see the budget of before for nearly as long as they may. */
    static Fault stale(Scene scene) {
        return new Fault.StaleReads(scene.limits().staleness().minusMillis(500));
    }

    static Fault together(Fault... faults) {
        return new Fault.Combined(List.of(faults));
    }

    static Fault throttled(int seconds, RetryAfter form) {
        return new Fault.TooManyRequests(Duration.ofSeconds(seconds), form);
    }

    static Fault throttled() {
        return throttled(2, RetryAfter.SECONDS);
    }

    static Fault answer(int status, String type, String body) {
        return new Fault.AnswerWith(status, type, body);
    }

    static Fault slow(int seconds) {
        return new Fault.Slow(Duration.ofSeconds(seconds));
    }

    /** It is done, and answered as if it had failed. */
    static Fault appliedAnd(Fault answer) {
        return together(new Fault.ApplyAfter(Duration.ZERO), answer);
    }
}
