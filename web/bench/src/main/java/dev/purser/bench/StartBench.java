package dev.purser.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a node takes to its first page: from the start of its process until somebody who is signed in has the list of
 * customers, with and without an AOT cache (JEP 483, 514) that a run before has written at its end.
 */
final class StartBench {

    private static final Duration PACE = Duration.ofMillis(10);

    private static final List<String> HEADINGS = List.of(
            "start", "starts", "first page s: min", "median", "max", "cpu s: min", "median", "max", "memory MB");

    private final Counts counts;
    private final Report report;
    private final Portal portal;
    private final Path cache;
    private Visitor visitor;

    private StartBench(Counts counts, Report report, Portal portal, Path cache, Visitor visitor) {
        this.counts = counts;
        this.report = report;
        this.portal = portal;
        this.cache = cache;
        this.visitor = visitor;
    }

    static void run(Population population, Counts counts, Report report) throws IOException {
        PipelineBench.withProduct((product, database) -> {
            report.line(
                    "From the start of a node's process to its first page, the list of customers of somebody who is signed in;");
            report.line("its database and the tables are there");
            report.machine();
            try (var portal = Portal.open(product, database, population)) {
                portal.fill(report);
                var visitor = portal.signIn(Colleagues.MANAGER);
                var cache = database.folder().resolve("purser.aot");
                new StartBench(counts, report, portal, cache, visitor).measure();
            }
        });
    }

    /** @param processor time until then */
    private record Start(double seconds, double processor, long memory) {}

    private void measure() throws IOException, InterruptedException, SQLException {
        train();
        var without = new ArrayList<Start>();
        var with = new ArrayList<Start>();
        for (int pair = 0; pair < counts.warmUp() + counts.pairs(); pair++) {
            var one = start(List.of());
            var other = start(List.of("-XX:AOTCache=" + cache));
            if (pair >= counts.warmUp()) {
                without.add(one);
                with.add(other);
            }
        }
        report.line("load average %.1f".formatted(Report.loadAverage()));
        report.table(HEADINGS, List.of(row("without a cache", without), row("with the cache", with)));
    }

    /** A run that people use for a while; it writes the cache when it is stopped. */
    private void train() throws IOException, InterruptedException, SQLException {
        portal.beginAnew(List.of("-XX:AOTCacheOutput=" + cache)).await(page("/customers"), PACE);
        for (var path : List.of("/customers", "/history", portal.customerPage())) {
            try (var calls = new PageCalls(page(path))) {
                Block.of(1, counts.calls(), calls);
            }
        }
        visitor = portal.signIn(Colleagues.MANAGER);
        var begun = System.nanoTime();
        portal.node().close();
        report.line("The cache has %d MB, and stopping that run took %.1f s"
                .formatted(Files.size(cache) >> 20, (System.nanoTime() - begun) / 1e9));
    }

    private Start start(List<String> options) throws IOException, InterruptedException {
        var page = page("/customers");
        portal.node().close();
        var begun = System.nanoTime();
        var node = portal.beginAnew(options).await(page, PACE);
        var start =
                new Start((System.nanoTime() - begun) / 1e9, node.processor().toNanos() / 1e9, node.memory());
        // A session is renewed after ten minutes.
        visitor = portal.signIn(Colleagues.MANAGER);
        return start;
    }

    private HttpRequest page(String path) {
        return visitor.page(URI.create(portal.node().address() + path));
    }

    private static List<String> row(String what, List<Start> starts) {
        var seconds = starts.stream().map(Start::seconds).sorted().toList();
        var processor = starts.stream().map(Start::processor).sorted().toList();
        return List.of(
                what,
                Integer.toString(starts.size()),
                oneDecimal(seconds.getFirst()),
                oneDecimal(seconds.get(seconds.size() / 2)),
                oneDecimal(seconds.getLast()),
                oneDecimal(processor.getFirst()),
                oneDecimal(processor.get(processor.size() / 2)),
                oneDecimal(processor.getLast()),
                Long.toString(starts.stream().mapToLong(Start::memory).max().orElseThrow()));
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
