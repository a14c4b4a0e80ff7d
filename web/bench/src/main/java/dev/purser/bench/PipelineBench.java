package dev.purser.bench;

import dev.purser.domain.change.CarryOutChanges;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Timing;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.portfolio.People;
import dev.purser.partnercenter.PartnerCenter;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Whole changes, from the wish to Microsoft's confirmation, beside three bare commits, one GET and one PATCH. */
final class PipelineBench {

    private static final List<Integer> WORKERS = List.of(1, 8);

    private PipelineBench() {}

    static void run(Counts counts, Report report) throws IOException {
        withProduct((product, database) -> {
            try (var server = CannedPartnerCenter.start()) {
                run(counts, report, database, server, product);
            }
        });
    }

    /** Runs a task on the product's ports and a database of its own. */
    static void withProduct(Task task) throws IOException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (var database = TemporaryDatabase.open()) {
            database.settings().forEach(System::setProperty);
            Measured.task = Optional.of(product -> task.run(product, database));
            // Without a handler of its own the framework would end the process, and the database would stay.
            Quarkus.run(
                    Measured.class, (code, error) -> Stream.ofNullable(error).forEach(failures::add));
            if (!failures.isEmpty()) {
                throw new IllegalStateException("The measurement broke off", failures.element());
            }
        }
    }

    private static void run(
            Counts counts, Report report, TemporaryDatabase database, CannedPartnerCenter server, Product product)
            throws SQLException {
        report.line(
                "Changes through the whole pipeline (ours) beside three commits of a row of the same size, one GET and");
        report.line(
                "one PATCH (bare), on one PostgreSQL %s with fsync %s, by as many workers; %d changes a block, %d pairs to warm up"
                        .formatted(
                                database.ask("show server_version"),
                                database.ask("show fsync"),
                                counts.calls(),
                                counts.warmUp()));
        report.machine();
        var rows = new ArrayList<List<String>>();
        try (var partnerCenter = new PartnerCenter(List.of(server.account()), InstantSource.system());
                var http = new BareBudgets(server.address())) {
            var desk = new Desk(product);
            var carryOut = new CarryOutChanges(
                    product.changes(),
                    product.customers(),
                    partnerCenter.budgets(),
                    product.timing(),
                    InstantSource.system(),
                    System::nanoTime,
                    (failure, _) -> {
                        throw failure;
                    },
                    "bench");
            for (var workers : WORKERS) {
                try (var bare = new BareChanges(database, http, workers)) {
                    rows.add(compare(counts, workers, bare, desk, carryOut).row());
                }
            }
        }
        report.table(Comparison.HEADINGS, rows);
    }

    private static Comparison compare(
            Counts counts, int workers, BareChanges bare, Desk desk, CarryOutChanges carryOut) {
        return Comparison.of(
                "change",
                workers,
                counts.warmUp(),
                counts.pairs(),
                _ -> Block.of(workers, counts.calls(), _ -> bare.change()),
                _ -> {
                    var customers = desk.newCustomers(counts.calls());
                    var block = Block.of(workers, counts.calls(), number -> {
                        desk.ask(customers.get(number));
                        carryOutOne(carryOut);
                    });
                    desk.requireAllConfirmed();
                    return block;
                });
    }

    /** Usually the one just asked for, else that of somebody who asked at the same time. */
    private static void carryOutOne(CarryOutChanges carryOut) {
        while (!carryOut.next()) {
            // Somebody else has taken it a moment ago, and what they asked for is due in its stead.
            Thread.yield();
        }
    }

    /** The ports of the product that its framework puts together. */
    record Product(
            Changes changes, Customers customers, Accounts accounts, People people, Timing timing, Requests requests) {}

    interface Task {
        void run(Product product, TemporaryDatabase database) throws Exception;
    }

    private interface Started {
        void run(Product product) throws Exception;
    }

    /** Runs a task while the framework is up. */
    static final class Measured implements QuarkusApplication {

        // The framework makes its application itself and hands it nothing but texts.
        private static volatile Optional<Started> task = Optional.empty();

        private final Product product;

        Measured(
                Changes changes,
                Customers customers,
                Accounts accounts,
                People people,
                Timing timing,
                Requests requests) {
            this.product = new Product(changes, customers, accounts, people, timing, requests);
        }

        @Override
        public int run(String... arguments) throws Exception {
            task.orElseThrow().run(product);
            return 0;
        }
    }
}
