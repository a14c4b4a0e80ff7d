package dev.purser.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Recognises a PATCH by customer and {@code MS-RequestId}, as far as that is switched on. What counts is the moment of
 * the work: of a late request and its repetition, the one that is worked off first is applied and the other is not.
 */
final class RepeatedRequests {

    private static final int KEPT = 200_000;

    private record Request(UUID customer, String requestId) {}

    private record Answered(Reply reply, Instant at) {}

    private final Switches switches;
    private final InstantSource clock;
    private final Map<Request, Answered> answered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Request, Answered> eldest) {
            return size() > KEPT;
        }
    };

    RepeatedRequests(Switches switches, InstantSource clock) {
        this.switches = switches;
        this.clock = clock;
    }

    /** Does the work, or answers what the same request was answered before. */
    synchronized Reply once(UUID customer, CallIds ids, Supplier<Reply> work) {
        Request request = new Request(customer, ids.requestId());
        Optional<Reply> known = known(request);
        if (known.isPresent()) {
            return known.get();
        }
        Reply reply = work.get();
        answered.put(request, new Answered(reply, clock.instant()));
        return reply;
    }

    private Optional<Reply> known(Request request) {
        Optional<Answered> before = Optional.ofNullable(answered.get(request));
        return switch (switches.now().requestIds()) {
            case IGNORED -> Optional.empty();
            case HONOURED -> before.map(Answered::reply);
            case HONOURED_FOR_A_WHILE ->
                before.filter(one -> clock.instant()
                                .isBefore(one.at().plus(switches.now().requestIdsKept())))
                        .map(Answered::reply);
        };
    }
}
