package dev.purser.bench;

import dev.purser.bench.OpenChanges.Open;
import dev.purser.domain.budget.CustomerId;
import dev.purser.simulator.Latency;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatedCustomer;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long the changes of a node that was killed wait for the other: two nodes of the packaged product on one database,
 * changes under way at both, one of them killed.
 */
final class RecoveryBench {

    private static final List<String> HEADINGS =
            List.of("at the kill, the change was", "changes", "settled min s", "median", "p90", "last", "bound s");

    /** Far slower than usual, so that a kill meets requests on their way. */
    private static final Latency LATENCY = new Latency(Duration.ofMillis(300), Duration.ofMillis(900));

    /** The product's: how long a dead node's claim keeps others out, and how often nodes look for what is due. */
    private static final double LEASE = 90;

    private static final double PACE = 0.5;

    /** Two readings and two requests, a resend among them, and how often it is looked here. */
    private static final double WAY = 4 * 0.9 + 0.3;

    private static final Duration POLL = Duration.ofMillis(50);
    /** The other node may be quicker and leave nothing to this one; it is killed all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Map<String, String> SHORT = Map.of(
            "PURSER_LANDING_WINDOW", "PT5S",
            "PURSER_READ_STALENESS", "PT1S");

    private final Counts counts;
    private final Report report;
    private final TemporaryDatabase database;
    private final PartnerCenterSimulator partnerCenter;
    private final Desk desk;
    private final Path folder;

    private RecoveryBench(
            Counts counts,
            Report report,
            TemporaryDatabase database,
            PartnerCenterSimulator partnerCenter,
            Desk desk,
            Path folder) {
        this.counts = counts;
        this.report = report;
        this.database = database;
        this.partnerCenter = partnerCenter;
        this.desk = desk;
        this.folder = folder;
    }

    static void run(Counts counts, Report report) throws IOException {
        PipelineBench.withProduct((product, database) -> {
            report.line(
                    "From kill -9 of one of two nodes until changes under way are settled, by the other one; %d changes a kill"
                            .formatted(counts.calls()));
            report.machine();
            // No simulator of the same customers twice: what one case has changed is not what the next begins with.
            try (var partnerCenter = PartnerCenterSimulator.start(SimulatorSettings.standard()
                    .withWorldSize(Math.max(300, counts.calls() * 2))
                    .withLatency(LATENCY))) {
                var folder = database.folder();
                var bench = new RecoveryBench(counts, report, database, partnerCenter, new Desk(product), folder);
                bench.measure("default timing: landing window 5 min, staleness 60 s", Map.of());
                bench.measure("short timing: landing window 5 s, staleness 1 s", SHORT);
            }
        });
    }

    private void measure(String title, Map<String, String> timing)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var settled = new TreeMap<String, List<Double>>();
        long memory = 0;
        try (var survivor = Node.start(folder, database, partnerCenter, timing);
                var open = new OpenChanges(database)) {
            for (int kill = 0; kill < counts.pairs(); kill++) {
                try (var victim = Node.start(folder, database, partnerCenter, timing)) {
                    kill(victim, open)
                            .forEach((state, seconds) -> settled.computeIfAbsent(state, _ -> new ArrayList<>())
                                    .addAll(seconds));
                }
            }
            memory = survivor.mostMemory();
        }
        report.line("");
        report.line("%s; %d kills; the other node took at most %d MB of memory (heap of 256 MB)"
                .formatted(title, counts.pairs(), memory));
        report.table(
                HEADINGS,
                settled.entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue()))
                        .toList());
    }

    /** Seconds from the kill until each change was settled, by where it stood. */
    private Map<String, List<Double>> kill(Launched victim, OpenChanges open)
            throws SQLException, InterruptedException, ExecutionException {
        var customers = customers();
        // While the nodes work, or those asked for first would be settled before the last one is asked for.
        var asking = new FutureTask<>(() -> desk.ask(customers), Boolean.TRUE);
        Thread.ofVirtual().start(asking);
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (open.all().values().stream().noneMatch(one -> isBeingSent(one, victim))
                && System.nanoTime() - patience < 0) {
            Thread.sleep(POLL);
        }
        Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(300)));
        victim.kill();
        var killed = System.nanoTime();
        var waiting = open.all();
        asking.get();
        var settled = new HashMap<String, List<Double>>();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() - killed > LONGEST.toNanos()) {
                throw new IllegalStateException("Not settled: " + waiting);
            }
            Thread.sleep(POLL);
            var still = open.all().keySet();
            var seconds = (System.nanoTime() - killed) / 1e9;
            for (var one : Map.copyOf(waiting).entrySet()) {
                if (!still.contains(one.getKey())) {
                    waiting.remove(one.getKey());
                    settled.computeIfAbsent(state(one.getValue(), victim), _ -> new ArrayList<>())
                            .add(seconds);
                }
            }
        }
        return settled;
    }

    /** Some with a budget, each time others. */
    private List<CustomerId> customers() throws InterruptedException {
        var chosen = new ArrayList<>(partnerCenter.world().customers().stream()
                .map(SimulatedCustomer::id)
                .map(tenant -> new CustomerId(Node.ACCOUNT, tenant))
                .toList());
        Collections.shuffle(chosen);
        return desk.awaitRead(chosen, counts.calls());
    }

    private static boolean isHeld(Open change, Launched node) {
        return change.holder().endsWith(node.name());
    }

    private static boolean isBeingSent(Open change, Launched node) {
        return isHeld(change, node) && change.state().equals("SUBMITTING");
    }

    private static String state(Open change, Launched victim) {
        if (!isHeld(change, victim)) {
            return "not with the killed node";
        }
        return isBeingSent(change, victim)
                ? "being sent by the killed node"
                : "claimed by the killed node, nothing sent yet";
    }

    private static List<String> row(String state, List<Double> seconds) {
        var ascending = seconds.stream().sorted().toList();
        return List.of(
                state,
                Integer.toString(ascending.size()),
                oneDecimal(ascending.getFirst()),
                oneDecimal(ascending.get(ascending.size() / 2)),
                oneDecimal(ascending.get((int) (ascending.size() * 0.9))),
                oneDecimal(ascending.getLast()),
                state.startsWith("not") ? "-" : oneDecimal(LEASE + PACE + WAY));
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
