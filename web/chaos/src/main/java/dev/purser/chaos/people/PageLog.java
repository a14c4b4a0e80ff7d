package dev.purser.chaos.people;

import dev.purser.chaos.stage.Outages;
import dev.purser.chaos.stage.Outages.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every request that people have made of the nodes, with what came of it and how long that took. */
public final class PageLog {

    /** How long a page may take. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    /**
     * One request.
     *
     * @param kind of fault that the person's customer meets
     * @param status empty when no answer came
     */
    public record Request(
            String kind, int node, String method, String path, Instant at, Duration took, Optional<Integer> status) {

        Instant until() {
            return at.plus(took);
        }
    }

    /** What was down while a request was under way. */
    public enum Circumstance {
        NOTHING_DOWN,
        NODE_DOWN,
        DATABASE_DOWN
    }

    private final Outages outages;
    private final List<Request> requests = new ArrayList<>();

    public PageLog(Outages outages) {
        this.outages = outages;
    }

    synchronized void add(Request request) {
        requests.add(request);
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What excuses a request. A node that is down answers nothing, whatever the database does. */
    public Circumstance circumstance(Request request) {
        if (outages.touched(What.node(request.node()), request.at(), request.until())) {
            return Circumstance.NODE_DOWN;
        }
        return outages.touched(What.DATABASE, request.at(), request.until())
                ? Circumstance.DATABASE_DOWN
                : Circumstance.NOTHING_DOWN;
    }

    /** Whether it was answered with an error of the server's. */
    public static boolean broke(Request request) {
        return request.status().filter(status -> status >= 500).isPresent();
    }

    /** Whether its answer came later than a page may take. */
    public static boolean slow(Request request) {
        return request.status().isPresent() && request.took().compareTo(LONGEST) > 0;
    }
}
