package dev.purser.chaos;

import dev.purser.chaos.kind.Strike;
import dev.purser.chaos.kind.Strike.Blow;
import dev.purser.chaos.kind.Strike.Moment;
import dev.purser.chaos.stage.Node;
import dev.purser.chaos.stage.Outages.What;
import dev.purser.chaos.stage.Stage;
import dev.purser.simulator.Exchange;
import dev.purser.simulator.Route;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Strikes the processes, one blow after the other, and brings them back. */
final class Saboteur {

    /** A node may work on a customer for 90 s; it wakes up when that is over. */
    private static final Duration PAST_LEASE = Duration.ofSeconds(97);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(12);
    private static final Duration PACE = Duration.ofMillis(25);

    private final Stage stage;
    private final RandomGenerator random;

    Saboteur(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.random = random;
    }

    /** Waits until one of these customers is at the moment of the strike, at most 12 s, and strikes all the same then. */
    void strike(Strike strike, Set<UUID> customers) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!come(strike.moment(), customers) && System.nanoTime() < end) {
            LockSupport.parkNanos(PACE.toNanos());
        }
        blow(strike.blow(), carrier(customers));
    }

    /** {@code kill -9} of a node or of the database, whatever is under way. */
    void strikeAtRandom() {
        blow(random.nextBoolean() ? Blow.KILL_NODE : Blow.KILL_DATABASE, anyNode());
    }

    private boolean come(Moment moment, Set<UUID> customers) {
        return switch (moment) {
            case ASKING -> {
                pause(100, 900);
                yield true;
            }
            case READING -> underWay(Route.GET_BUDGET, customers);
            case SENDING -> underWay(Route.PATCH_BUDGET, customers);
            case APPLIED ->
                customers.stream()
                        .anyMatch(customer ->
                                !stage.microsoft().journal().applied(customer).isEmpty());
            case UNKNOWN -> count(customers, "select 1 from change where state = 'UNKNOWN' and tenant = any(?)");
        };
    }

    private boolean underWay(Route route, Set<UUID> customers) {
        return stage.microsoft().journal().exchanges(route).stream()
                .anyMatch(exchange -> exchange.ending() instanceof Exchange.Ending.UnderWay
                        && exchange.customer().filter(customers::contains).isPresent());
    }

    private boolean count(Set<UUID> customers, String question) {
        try (var connection = stage.database().connect();
                var statement = connection.prepareStatement(question)) {
            statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException _) {
            // It is being restarted; the next look will tell.
            return false;
        }
    }

    /** The node that works on most of these customers. */
    private Node carrier(Set<UUID> customers) {
        try (var connection = stage.database().connect();
                var statement = connection.prepareStatement("""
                        select holder from customer_lease where tenant = any(?) and held_until > now()
                        group by holder order by count(*) desc limit 1""")) {
            statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            try (var found = statement.executeQuery()) {
                var holder = found.next() ? Optional.ofNullable(found.getString("holder")) : Optional.<String>empty();
                return holder.flatMap(this::named).orElseGet(this::anyNode);
            }
        } catch (SQLException _) {
            return anyNode();
        }
    }

    private Optional<Node> named(String holder) {
        return stage.nodes().stream()
                .filter(node -> holder.endsWith("/" + node.pid()))
                .findFirst();
    }

    private Node anyNode() {
        return stage.nodes().get(random.nextInt(stage.nodes().size()));
    }

    private void blow(Blow blow, Node node) {
        switch (blow) {
            case KILL_NODE -> kill(List.of(node));
            case KILL_BOTH_NODES -> kill(stage.nodes());
            case KILL_DATABASE -> killDatabase();
            case KILL_NODE_AND_DATABASE ->
                together(
                        () -> {
                            kill(List.of(node));
                            return node;
                        },
                        () -> {
                            killDatabase();
                            return node;
                        });
            case FREEZE_PAST_FENCE -> freeze(node, stage.limits().fence().plusSeconds(3));
            case FREEZE_PAST_LEASE -> freeze(node, PAST_LEASE);
        }
    }

    private void kill(List<Node> nodes) {
        nodes.forEach(node -> {
            stage.outages().begins(What.node(node.number()));
            node.kill();
        });
        pause(200, 2_000);
        nodes.forEach(node -> {
            node.restart();
            stage.outages().ends(What.node(node.number()));
        });
    }

    private void killDatabase() {
        stage.outages().begins(What.DATABASE);
        stage.database().kill();
        pause(50, 1_000);
        stage.database().restart();
        stage.outages().ends(What.DATABASE);
    }

    private void freeze(Node node, Duration time) {
        stage.outages().begins(What.node(node.number()));
        node.freeze();
        LockSupport.parkNanos(time.toNanos());
        node.thaw();
        // What had been asked of it meanwhile is answered first.
        pause(1_000, 1_500);
        stage.outages().ends(What.node(node.number()));
    }

    private static void together(Callable<Node> one, Callable<Node> other) {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Node> done : both.invokeAll(List.of(one, other))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The blow failed", e.getCause());
        }
    }

    void pause(long leastMillis, long mostMillis) {
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextLong(leastMillis, mostMillis)).toNanos());
    }
}
