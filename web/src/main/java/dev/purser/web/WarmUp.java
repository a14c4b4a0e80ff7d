package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.OpenChanges;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.history.History;
import dev.purser.domain.portfolio.Reader;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Languages;
import dev.purser.web.history.EntrySentences;
import dev.purser.web.history.HistoryWords;
import dev.purser.web.history.Line;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads and writes the great pages once before anybody can ask for them. The first of each takes seconds where the machine is
 * busy, and whoever is sent to a node that has just started would wait for them, in vain if there are many. Only then does
 * recurring work begin, and the port opens: a node that answers at all is warm. Nothing is kept of what comes of it.
 */
@Singleton
class WarmUp {

    /** Before whatever else begins at the start. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    /** No further round is needed behind one as short: on an idle machine the second, on a busy one about the fifth. */
    private static final Duration WARM = Duration.ofMillis(300);

    /** A node that is slow is better than none: no further round begins behind this. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int ROWS = 50;

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final Customers customers;
    private final Changes changes;
    private final History history;
    private final Accounts accounts;
    private final OpenChanges openChanges;
    private final DisplayTime time;
    private final Mode mode;

    WarmUp(
            Customers customers,
            Changes changes,
            History history,
            Accounts accounts,
            OpenChanges openChanges,
            DisplayTime time,
            @ConfigProperty(name = Mode.PROPERTY, defaultValue = "portal") Mode mode) {
        this.customers = customers;
        this.changes = changes;
        this.history = history;
        this.accounts = accounts;
        this.openChanges = openChanges;
        this.time = time;
        this.mode = mode;
    }

    void start(@Observes @Priority(FIRST) StartupEvent starting) {
        if (mode == Mode.COMMAND) {
            return;
        }
        var begun = System.nanoTime();
        // Reading from the database, and the frame around each page, need a request's context.
        var context = Arc.container().requestContext();
        context.activate();
        try {
            Duration round;
            do {
                var roundBegun = System.nanoTime();
                writeCustomers();
                writeHistory();
                readTheRest();
                round = Duration.ofNanos(System.nanoTime() - roundBegun);
            } while (round.compareTo(WARM) > 0 && System.nanoTime() - begun < LONGEST.toNanos());
            LOG.infof(
                    "The pages were tried before anybody can ask for them, in %d ms",
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (RuntimeException e) {
            LOG.warn("The pages could not be tried before somebody asks for them; the first will be slow", e);
        } finally {
            context.terminate();
        }
    }

    private void writeCustomers() {
        var filter = CustomerFilter.of(name -> "");
        var page = customers.page(Reader.EVERYTHING, filter.query(ROWS));
        new CustomersPage.Amounts(
                        filter, customers.overview(Reader.EVERYTHING), page, List.of(), List.of(Flag.values()))
                .render();
    }

    private void writeHistory() {
        var filter = HistoryFilter.of(new MultivaluedHashMap<>());
        var page = history.page(Reader.EVERYTHING, filter.query(time.zone()));
        var sentences = new EntrySentences(
                Languages.words(HistoryWords.class, Languages.ENGLISH),
                Figures.about(time, Languages.ENGLISH, time.now()));
        var lines =
                page.entries().stream().map(entry -> Line.of(sentences, entry)).toList();
        new HistoryPage.Entries(
                        filter, List.of(), List.of(), history.people(Reader.EVERYTHING), List.of(), lines, page, "")
                .render();
    }

    /** Of a customer's page, a receipt and the status: whether there is such a customer or change is no matter. */
    private void readTheRest() {
        var change = UUID.randomUUID();
        changes.find(Reader.EVERYTHING, change);
        history.ofChange(Reader.EVERYTHING, change);
        accounts.all(Reader.EVERYTHING).stream()
                .findFirst()
                .ifPresent(state -> customers.find(Reader.EVERYTHING, new CustomerId(state.account(), change)));
        openChanges.underWay(Reader.EVERYTHING, ROWS);
    }
}
