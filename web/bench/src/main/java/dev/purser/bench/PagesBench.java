package dev.purser.bench;

import dev.purser.bench.PageCalls.Page;
import dev.purser.demo.signin.DemoPerson;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pages of the packaged product beside bare ones, how long people wait for them, and the memory that they take. */
final class PagesBench {

    /** A page each, as soon as the one before is there: no hundred account managers ask for as much. */
    private static final int CROWD = 32;

    private static final int PEOPLE = 8;

    private static final List<String> HEADINGS = List.of(
            "page", "at once", "pages", "/s", "p50 ms", "p95", "p99", "longest", "cpu µs", "bytes", "compressed");

    private final Counts counts;
    private final Report report;
    private final Portal portal;
    private final Launched bare;

    private PagesBench(Counts counts, Report report, Portal portal, Launched bare) {
        this.counts = counts;
        this.report = report;
        this.portal = portal;
        this.bare = bare;
    }

    static void run(Population population, Counts counts, Report report) throws IOException {
        PipelineBench.withProduct((product, database) -> {
            report.line(
                    "Pages of the packaged product (ours) beside Quarkus REST and Qute with one Panache query, as many rows and");
            report.line(
                    "bytes of HTML, and no sign-in (bare); gzip on both sides; %d pages a block, %d pairs of blocks to warm up"
                            .formatted(counts.calls(), counts.warmUp()));
            report.machine();
            try (var portal = Portal.open(product, database, population)) {
                portal.fill(report);
                try (var bare = BareLists.start(database)) {
                    var bench = new PagesBench(counts, report, portal, bare);
                    bench.compare();
                    bench.waiting();
                    bench.memory();
                }
            }
        });
    }

    private void compare() throws IOException, InterruptedException {
        report.line("load average %.1f".formatted(Report.loadAverage()));
        var rows = new ArrayList<List<String>>();
        rows.add(compare("/customers", Colleagues.MANAGER));
        rows.add(compare("/history", Colleagues.AUDITOR));
        report.line("");
        report.table(Comparison.HEADINGS, rows);
        report.line("cpu is the processor time of the server that writes the page, without PostgreSQL's");
    }

    private List<String> compare(String path, DemoPerson reader) throws IOException, InterruptedException {
        try (var ours = page(path, reader);
                var theirs = bare(path, ours.page())) {
            report.line(
                    "%s: %d rows, the heading among them, and %d bytes of HTML, %d compressed; bare: %d rows, %d bytes, %d compressed"
                            .formatted(
                                    path,
                                    ours.page().rows(),
                                    ours.page().bytes(),
                                    ours.page().compressed(),
                                    theirs.page().rows(),
                                    theirs.page().bytes(),
                                    theirs.page().compressed()));
            // A crowd that comes to a cold node on a busy machine is told to come back later.
            block(bare, 1, theirs);
            block(portal.node(), 1, ours);
            var row = Comparison.of(
                            path,
                            CROWD,
                            counts.warmUp(),
                            counts.pairs(),
                            _ -> block(bare, CROWD, theirs),
                            _ -> block(portal.node(), CROWD, ours))
                    .row();
            report.line("  asked again, as the machine was too busy: %d; bare: %d"
                    .formatted(ours.turnedAway(), theirs.turnedAway()));
            return row;
        }
    }

    private Block block(Launched server, int callers, PageCalls calls) {
        return Block.of(callers, counts.calls(), () -> server.processor().toNanos(), calls);
    }

    /** A session of its own for each measurement, as it is renewed after ten minutes. */
    private PageCalls page(String path, DemoPerson reader) throws IOException, InterruptedException {
        return new PageCalls(portal.signIn(reader).page(URI.create(portal.node().address() + path)));
    }

    /** As long as ours. */
    private PageCalls bare(String path, Page ours) {
        var nobody = new Visitor("");
        var address = bare.address() + path + "?filling=";
        try (var unfilled = new PageCalls(nobody.page(URI.create(address + 0)))) {
            // One row is the headings.
            var missing = Math.max(0, ours.bytes() - unfilled.page().bytes())
                    / (unfilled.page().rows() - 1);
            return new PageCalls(nobody.page(URI.create(address + missing)));
        }
    }

    private void waiting() throws IOException, InterruptedException, SQLException {
        var rows = new ArrayList<List<String>>();
        for (var atOnce : List.of(PEOPLE, CROWD)) {
            rows.add(waiting("/customers", Colleagues.MANAGER, atOnce, "/customers"));
            rows.add(waiting("/history", Colleagues.AUDITOR, atOnce, "/history"));
            rows.add(waiting("a customer's", Colleagues.MANAGER, atOnce, portal.customerPage()));
        }
        report.line("");
        report.line("How long people wait for a page; load average %.1f".formatted(Report.loadAverage()));
        report.table(HEADINGS, rows);
    }

    private List<String> waiting(String name, DemoPerson reader, int atOnce, String path)
            throws IOException, InterruptedException {
        try (var calls = page(path, reader)) {
            block(portal.node(), 1, calls);
            for (int warmUp = 0; warmUp < counts.warmUp(); warmUp++) {
                block(portal.node(), atOnce, calls);
            }
            var block = block(portal.node(), atOnce, calls);
            return List.of(
                    name,
                    Integer.toString(atOnce),
                    Integer.toString(counts.calls()),
                    number(block.perSecond(), 0),
                    number(block.millis(0.5), 1),
                    number(block.millis(0.95), 1),
                    number(block.millis(0.99), 1),
                    number(block.millis(1), 1),
                    number(block.processorMicrosPerCall(), 0),
                    Integer.toString(calls.page().bytes()),
                    Integer.toString(calls.page().compressed()));
        }
    }

    private void memory() throws IOException, InterruptedException {
        report.line("");
        report.line(
                "The node took at most %d MB of memory (heap of 256 MB), %d MB at the end; %d MB of its heap are alive"
                        .formatted(
                                portal.node().mostMemory(),
                                portal.node().memory(),
                                portal.node().liveHeap()));
    }

    private static String number(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
