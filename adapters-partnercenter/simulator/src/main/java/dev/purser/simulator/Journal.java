package dev.purser.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What really happened: the truth that a client's own statements can be compared with. */
public final class Journal {

    /**
     * Older exchanges are forgotten, so that a long campaign does not fill the memory. PATCHes never are, nor are applied
     * changes.
     */
    static final int EXCHANGES_KEPT = 100_000;

    /** What is kept of an answer's body. */
    private static final int LONGEST_ANSWER_SHOWN = 1_000;

    private final InstantSource clock;
    private final List<Applied> applied = new ArrayList<>();
    private final Map<UUID, List<Applied>> appliedTo = new HashMap<>();
    private final Map<Long, List<Applied>> appliedIn = new HashMap<>();
    private final NavigableMap<Long, Entry> exchanges = new TreeMap<>();
    private final Deque<Long> forgettable = new ArrayDeque<>();
    private long lastNumber;
    private long lastPosition;

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    /** Every change that took effect, in that order. */
    public synchronized List<Applied> applied() {
        return List.copyOf(applied);
    }

    /** Every change of this customer's budget that took effect, in that order. */
    public synchronized List<Applied> applied(UUID customer) {
        return List.copyOf(appliedTo.getOrDefault(customer, List.of()));
    }

    /** The changes with a greater number, at most so many of them. */
    public synchronized List<Applied> appliedSince(long number, int limit) {
        int from = (int) Math.min(Math.max(number, 0), applied.size());
        return List.copyOf(applied.subList(from, (int) Math.min(applied.size(), from + (long) limit)));
    }

    /** What the exchange with this number changed; more than one change only if a late one was asked for. */
    public synchronized List<Applied> appliedIn(long exchange) {
        return List.copyOf(appliedIn.getOrDefault(exchange, List.of()));
    }

    /** Every request as it arrived, those under way included; the last 100,000 of them, and every PATCH. */
    public List<Exchange> exchanges() {
        return exchangesSince(0, Integer.MAX_VALUE, _ -> true);
    }

    /** The exchanges with a greater number, at most so many of them. */
    public synchronized List<Exchange> exchangesSince(long number, int limit, Predicate<Exchange> wanted) {
        return exchanges.tailMap(number, false).values().stream()
                .map(Entry::exchange)
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    /** The requests of one route. */
    public List<Exchange> exchanges(Route route) {
        return exchangesSince(0, Integer.MAX_VALUE, exchange -> exchange.route() == route);
    }

    /** The requests of one route that named this customer. */
    public List<Exchange> exchanges(Route route, UUID customer) {
        return exchanges(route).stream()
                .filter(exchange -> exchange.customer().equals(Optional.of(customer)))
                .toList();
    }

    /** A change took effect now. */
    synchronized void record(Change change, Instant visibleFrom) {
        Applied one = new Applied(
                applied.size() + 1L,
                change.customer(),
                change.before(),
                change.after(),
                change.ids().requestId(),
                change.ids().correlationId(),
                clock.instant(),
                visibleFrom,
                change.origin(),
                change.exchange());
        applied.add(one);
        appliedTo.computeIfAbsent(one.customer(), _ -> new ArrayList<>()).add(one);
        one.exchange()
                .ifPresent(exchange -> appliedIn
                        .computeIfAbsent(exchange, _ -> new ArrayList<>())
                        .add(one));
    }

    /** The head of a request has arrived; the number tells it from the others. */
    synchronized long open(
            Route route,
            String method,
            String path,
            Optional<UUID> customer,
            Caller caller,
            Map<String, String> headers) {
        long number = ++lastNumber;
        exchanges.put(
                number,
                new Entry(number, route, method, path, customer, caller, headers, clock.instant(), ++lastPosition));
        if (route != Route.PATCH_BUDGET) {
            forgettable.add(number);
        }
        if (forgettable.size() > EXCHANGES_KEPT) {
            exchanges.remove(forgettable.remove());
        }
        return number;
    }

    /** The whole request has arrived. */
    synchronized void read(long number, String body) {
        find(number).ifPresent(entry -> entry.body = body);
    }

    synchronized void meets(long number, Fault fault) {
        find(number).ifPresent(entry -> entry.fault = fault);
    }

    void end(long number, Exchange.Ending ending) {
        end(number, ending, "");
    }

    /** The first ending stays: a connection that closes after the answer changes nothing. */
    synchronized void end(long number, Exchange.Ending ending, String answer) {
        find(number)
                .filter(entry -> entry.finished == null)
                .ifPresent(entry -> entry.end(
                        ending,
                        answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER_SHOWN)),
                        clock.instant(),
                        ++lastPosition));
    }

    private Optional<Entry> find(long number) {
        return Optional.ofNullable(exchanges.get(number));
    }

    private static final class Entry {

        private final long number;
        private final Route route;
        private final String method;
        private final String path;
        private final Optional<UUID> customer;
        private final Caller caller;
        private final Map<String, String> headers;
        private final Instant started;
        private final long startedAs;
        private String body = "";
        private @Nullable Fault fault;
        private @Nullable Instant finished;
        private Exchange.Ending ending = new Exchange.Ending.UnderWay();
        private String answer = "";
        private long finishedAs = Long.MAX_VALUE;

        Entry(
                long number,
                Route route,
                String method,
                String path,
                Optional<UUID> customer,
                Caller caller,
                Map<String, String> headers,
                Instant started,
                long startedAs) {
            this.number = number;
            this.route = route;
            this.method = method;
            this.path = path;
            this.customer = customer;
            this.caller = caller;
            this.headers = headers;
            this.started = started;
            this.startedAs = startedAs;
        }

        void end(Exchange.Ending how, String answered, Instant time, long position) {
            this.ending = how;
            this.answer = answered;
            this.finished = time;
            this.finishedAs = position;
        }

        Exchange exchange() {
            return new Exchange(
                    number,
                    route,
                    method,
                    path,
                    customer,
                    caller,
                    headers,
                    body,
                    Optional.ofNullable(fault),
                    started,
                    Optional.ofNullable(finished),
                    ending,
                    answer,
                    startedAs,
                    finishedAs);
        }
    }
}
