package dev.purser.demo.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The codes that are out: each good for one exchange within a minute. They do not outlive a restart. */
final class Grants {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    /** What the portal gets for a code, if it knows the verifier. */
    record Grant(AuthorizationRequest request, Session session) {}

    private record Issued(Grant grant, Instant until, AtomicBoolean used) {}

    /** What a code is good for. */
    sealed interface Redeemed {}

    record FirstTime(Grant grant) implements Redeemed {}

    /** Somebody has had it: what was given for it must not be trusted any more (RFC 6749, section 4.1.2). */
    record AlreadyUsed(Session session) implements Redeemed {}

    /** There was none, or it came too late. */
    record Nothing() implements Redeemed {}

    String issue(Grant grant) {
        Instant now = clock.instant();
        issued.values().removeIf(it -> !now.isBefore(it.until()));
        String code = RandomText.next();
        issued.put(code, new Issued(grant, now.plus(LIFETIME), new AtomicBoolean()));
        return code;
    }

    /** Asking uses it up, whatever the answer leads to. */
    Redeemed redeem(String code) {
        Issued found = issued.get(code);
        if (found == null || !clock.instant().isBefore(found.until())) {
            return new Nothing();
        }
        return found.used().getAndSet(true) ? new AlreadyUsed(found.grant().session()) : new FirstTime(found.grant());
    }
}
