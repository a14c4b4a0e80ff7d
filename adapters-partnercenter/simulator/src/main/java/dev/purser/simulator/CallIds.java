package dev.purser.simulator;

import java.util.UUID;

/** The two ids that accompany a call: the caller's, or made up where the caller sent none. */
record CallIds(String requestId, String correlationId) {

    static CallIds madeUp() {
        return new CallIds(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }
}
