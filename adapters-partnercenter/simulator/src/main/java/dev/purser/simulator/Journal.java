package dev.purser.simulator;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What really happened: the truth that a client's own statements can be compared with. */
public final class Journal {

    /** Older exchanges are forgotten, so that a long campaign does not fill the memory. Applied changes never are. */
    static final int EXCHANGES_KEPT = 100_000;

    private final InstantSource clock;
    private final List<Applied> applied = new ArrayList<>();
    private final NavigableMap<Long, Exchange> exchanges = new TreeMap<>();
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
        return applied.stream()
                .filter(change -> change.customer().equals(customer))
                .toList();
    }

    /** Every request as it arrived, those under way included; the last 100,000 of them. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges.values());
    }

    /** The requests of one route. */
    public List<Exchange> exchanges(Route route) {
        return exchanges().stream()
                .filter(exchange -> exchange.route() == route)
                .toList();
    }

    /** The requests of one route that named this customer. */
    public List<Exchange> exchanges(Route route, UUID customer) {
        return exchanges(route).stream()
                .filter(exchange -> exchange.customer().equals(Optional.of(customer)))
                .toList();
    }

    synchronized void record(
            UUID customer, Optional<BigDecimal> before, Optional<BigDecimal> after, CallIds ids, Origin origin) {
        applied.add(
                new Applied(customer, before, after, ids.requestId(), ids.correlationId(), clock.instant(), origin));
    }

    /** A request has arrived; the number tells it from the others. */
    synchronized long open(
            Route route,
            String method,
            String path,
            Optional<UUID> customer,
            Caller caller,
            Map<String, String> headers,
            String body) {
        long number = ++lastNumber;
        exchanges.put(
                number,
                new Exchange(
                        number,
                        route,
                        method,
                        path,
                        customer,
                        caller,
                        headers,
                        body,
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty(),
                        new Exchange.Ending.UnderWay(),
                        ++lastPosition,
                        Long.MAX_VALUE));
        if (exchanges.size() > EXCHANGES_KEPT) {
            exchanges.pollFirstEntry();
        }
        return number;
    }

    synchronized void meets(long number, Fault fault) {
        exchanges.computeIfPresent(
                number, (_, exchange) -> with(exchange, Optional.of(fault), Optional.empty(), exchange.ending()));
    }

    /** The first ending stays: a connection that closes after the answer changes nothing. */
    synchronized void end(long number, Exchange.Ending ending) {
        exchanges.computeIfPresent(
                number,
                (_, exchange) -> exchange.finished().isPresent()
                        ? exchange
                        : with(exchange, exchange.fault(), Optional.of(++lastPosition), ending));
    }

    private Exchange with(Exchange exchange, Optional<Fault> fault, Optional<Long> finishedAs, Exchange.Ending ending) {
        return new Exchange(
                exchange.number(),
                exchange.route(),
                exchange.method(),
                exchange.path(),
                exchange.customer(),
                exchange.caller(),
                exchange.headers(),
                exchange.body(),
                fault,
                exchange.started(),
                finishedAs.map(_ -> clock.instant()),
                ending,
                exchange.startedAs(),
                finishedAs.orElse(Long.MAX_VALUE));
    }
}
