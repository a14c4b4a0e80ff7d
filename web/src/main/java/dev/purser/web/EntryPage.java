package dev.purser.web;

import dev.purser.domain.history.History;
import dev.purser.domain.history.History.Concerned;
import dev.purser.domain.history.History.Surrounded;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.EntryDetails;
import dev.purser.web.history.EntrySentences;
import dev.purser.web.history.HistoryWords;
import dev.purser.web.history.Line;
import dev.purser.web.history.Said;
import dev.purser.web.language.ReaderLanguage;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** One entry of the history: what it says, and what of it was hashed. */
@Path("/history/{entry}")
@RolesAllowed({"account-manager", "auditor", "administrator"})
public class EntryPage {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final History history;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final ReaderLanguage language;

    EntryPage(History history, SignedInActor signedIn, DisplayTime time, ReaderLanguage language) {
        this.history = history;
        this.signedIn = signedIn;
        this.time = time;
        this.language = language;
    }

    /**
     * The page.
     *
     * @param sentence the entry in words
     * @param said what it says beside budget, reason and person
     * @param customers of which an entry about rights tells
     * @param exactly when, to the microsecond, as it is in the bytes
     * @param canonical its bytes, which are UTF-8
     */
    record Single(
            Surrounded found,
            Sentence sentence,
            Line line,
            List<Said> said,
            List<Concerned> customers,
            String exactly,
            String canonical)
            implements TemplateInstance {}

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@PathParam("entry") String number) {
        var found = find(number);
        var words = language.words(HistoryWords.class);
        var figures = Figures.about(time, language.locale(), found.entry().at());
        var sentences = new EntrySentences(words, figures);
        return new Single(
                found,
                sentences.sentence(found.entry()),
                Line.of(sentences, found.entry()),
                new EntryDetails(words, figures).of(found.entry()),
                history.customersOf(signedIn.actor().reader(), found.entry().id()),
                figures.microseconds(found.entry().at()),
                new String(found.entry().canonical(), StandardCharsets.UTF_8));
    }

    /** The bytes that were hashed, to the byte. */
    @GET
    @Path("/raw")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public Response raw(@PathParam("entry") String number) {
        var entry = find(number).entry();
        return Response.ok(entry.canonical())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"purser-entry-%d.json\"".formatted(entry.id()))
                .build();
    }

    private Surrounded find(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw new NotFoundException();
        }
        return history.find(signedIn.actor().reader(), Long.parseLong(number)).orElseThrow(NotFoundException::new);
    }
}
