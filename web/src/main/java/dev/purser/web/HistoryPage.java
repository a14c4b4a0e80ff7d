package dev.purser.web;

import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.history.History;
import dev.purser.domain.history.History.Named;
import dev.purser.domain.history.History.Page;
import dev.purser.domain.portfolio.Reader;
import dev.purser.web.HistoryFilter.Flaw;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.history.EntrySentences;
import dev.purser.web.history.HistoryWords;
import dev.purser.web.history.Line;
import dev.purser.web.history.OutcomeChoice;
import dev.purser.web.language.ReaderLanguage;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The history: what happened, newest first. */
@Path("/history")
@RolesAllowed({"account-manager", "auditor", "administrator"})
public class HistoryPage {

    private static final int UNPROCESSABLE = 422;

    private final History history;
    private final Customers customers;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final ReaderLanguage language;

    HistoryPage(
            History history, Customers customers, SignedInActor signedIn, DisplayTime time, ReaderLanguage language) {
        this.history = history;
        this.customers = customers;
        this.signedIn = signedIn;
        this.time = time;
        this.language = language;
    }

    /** The list. */
    record Entries(
            HistoryFilter filter,
            List<Chip> chips,
            List<Problem> problems,
            List<Named> people,
            List<OutcomeChoice> choices,
            List<Line> lines,
            Page page,
            String printed)
            implements TemplateInstance {}

    /**
     * What is wrong with the address.
     *
     * @param field that it belongs to
     */
    record Problem(String field, String what) {}

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public Response list(@Context UriInfo address) {
        var actor = signedIn.actor();
        var reader = actor.reader();
        var filter = HistoryFilter.of(address.getQueryParameters());
        var people = history.people(reader);
        var words = language.words(HistoryWords.class);
        var problems = filter.flaws().stream().map(flaw -> problem(words, flaw)).toList();
        var page = problems.isEmpty() ? history.page(reader, filter.query(time.zone())) : nothing();
        var figures = Figures.about(time, language.locale(), time.now());
        var sentences = new EntrySentences(words, figures);
        var shown = new Entries(
                filter,
                new Chips(words, figures).of(filter, people, customerName(reader, filter)),
                problems,
                people,
                choices(reader),
                page.entries().stream().map(entry -> Line.of(sentences, entry)).toList(),
                page,
                words.printed(
                        actor.name(), figures.date(time.now()), figures.clock(time.now()), figures.offset(time.now())));
        return Response.status(problems.isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(shown)
                .build();
    }

    private static Page nothing() {
        return new Page(List.of(), 0, OptionalLong.empty(), OptionalLong.empty());
    }

    private static Problem problem(HistoryWords words, Flaw flaw) {
        return switch (flaw) {
            case Flaw.NotADay(var name, var text) -> new Problem(name, words.notADay(text));
            case Flaw.DaysCrossed() -> new Problem("from", words.daysCrossed());
            case Flaw.NotACustomer(var text) -> new Problem("q", words.notACustomer(text));
            case Flaw.NotAnOutcome(var text) -> new Problem("outcome", words.notAnOutcome(text));
        };
    }

    /** Who sees no entries of their kind is not offered them. */
    private static List<OutcomeChoice> choices(Reader reader) {
        return Arrays.stream(OutcomeChoice.values())
                .filter(choice -> choice.isOfThePortal()
                        ? reader.portal() == Reader.Portal.SEEN
                        : !(reader.customers() instanceof Reader.Customers.NamesOnly))
                .toList();
    }

    /** A customer that Purser forgot, or that may not be seen, is called by its address. */
    private Optional<String> customerName(Reader reader, HistoryFilter filter) {
        return filter.chosenCustomer()
                .map(customer -> customers
                        .find(reader, customer)
                        .map(KnownCustomer::name)
                        .orElseGet(customer::toString));
    }
}
