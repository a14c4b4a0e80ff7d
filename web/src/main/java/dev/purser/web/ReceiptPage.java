package dev.purser.web;

import dev.purser.domain.change.Change;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Changes.Receipt;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.History;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.UsedShare;
import dev.purser.web.CustomerPage.Sent;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.language.ReaderLanguage;
import dev.purser.web.receipt.ReceiptWords;
import dev.purser.web.receipt.TellChange;
import dev.purser.web.receipt.TellUndoing;
import dev.purser.web.receipt.Told;
import dev.purser.web.receipt.Undoing;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a change. While it is open, the page follows it. */
@Path("/changes/{id}")
@RolesAllowed({"account-manager", "auditor"})
public class ReceiptPage {

    private static final String FOLLOWING = "HX-Request";

    private final Changes changes;
    private final History history;
    private final Customers customers;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final TellChange tellChange;
    private final TellUndoing tellUndoing;
    private final ReaderLanguage language;

    ReceiptPage(
            Changes changes,
            History history,
            Customers customers,
            SignedInActor signedIn,
            DisplayTime time,
            TellChange tellChange,
            TellUndoing tellUndoing,
            ReaderLanguage language) {
        this.changes = changes;
        this.history = history;
        this.customers = customers;
        this.signedIn = signedIn;
        this.time = time;
        this.tellChange = tellChange;
        this.tellUndoing = tellUndoing;
        this.language = language;
    }

    /**
     * The page.
     *
     * @param who name of the person who asked
     * @param printed what stands on paper alone
     * @param sent what came of a form that was sent from here
     */
    record Full(Receipt receipt, String who, Told told, Undoing undoing, List<Entry> entries, String printed, Sent sent)
            implements TemplateInstance {}

    /** What of it changes while the change is open. */
    record Progress(Receipt receipt, String who, Told told, Undoing undoing, List<Entry> entries)
            implements TemplateInstance {}

    /**
     * The receipt, or what of it has changed.
     *
     * @param following sent by the page itself, which follows an open change
     * @param version of what the page shows already
     * @param unsent there, if no form arrived where one is taken
     */
    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @PathParam("id") String id,
            @HeaderParam(FOLLOWING) @Nullable String following,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String version,
            @QueryParam("unsent") @Nullable String unsent) {
        var reader = signedIn.actor().reader();
        var receipt = ChangeAddress.of(id)
                .flatMap(change -> changes.find(reader, change))
                .orElseThrow(NotFoundException::new);
        var entries = history.ofChange(reader, receipt.change().id());
        var who = receipt.who().orElseGet(() -> words().erased());
        var told = tellChange.tell(receipt.change(), who, entries, used(reader, receipt.change()), signedIn.actor());
        if (following != null && tag(told).equals(version)) {
            return answer(Response.notModified(), told);
        }
        var undoing = tellUndoing.tell(receipt.change(), signedIn.actor());
        var shown = following == null
                ? new Full(
                        receipt,
                        who,
                        told,
                        undoing,
                        entries,
                        printed(receipt),
                        unsent == null ? Sent.NOT_YET : Sent.UNSENT)
                : new Progress(receipt, who, told, undoing, entries);
        return answer(Response.ok(shown), told);
    }

    private static Response answer(ResponseBuilder answer, Told told) {
        return answer.header(HttpHeaders.VARY, FOLLOWING)
                .header(HttpHeaders.ETAG, tag(told))
                .build();
    }

    private static String tag(Told told) {
        return '"' + told.version() + '"';
    }

    private String printed(Receipt receipt) {
        var now = time.now();
        var figures = Figures.about(time, language.locale(), now);
        return words().printed(
                        receipt.change().id().toString(),
                        signedIn.actor().name(),
                        figures.date(now),
                        figures.clock(now),
                        figures.offset(now));
    }

    private ReceiptWords words() {
        return language.words(ReceiptWords.class);
    }

    /** Only while Purser knows no other budget than the one that this change made. */
    private Optional<UsedShare> used(Reader reader, Change change) {
        return customers
                .find(reader, change.customer())
                .filter(known -> known.budget()
                        .map(read -> read.limit().equals(change.wanted()))
                        .orElse(false))
                .flatMap(KnownCustomer::used);
    }
}
