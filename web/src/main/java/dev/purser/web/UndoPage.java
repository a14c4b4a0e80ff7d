package dev.purser.web;

import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.Changes;
import dev.purser.web.ChangeForm.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Takes a change back: asks for the budget before it, which is a change like any other. */
@Path("/changes/{id}/undo")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("account-manager")
public class UndoPage {

    private final Changes changes;
    private final AskPage askPage;
    private final SignedInActor signedIn;

    UndoPage(Changes changes, AskPage askPage, SignedInActor signedIn) {
        this.changes = changes;
        this.askPage = askPage;
        this.signedIn = signedIn;
    }

    /** Where somebody comes to whose sign-in had run out when they sent the form, and who follows its address as a link. */
    @GET
    public Response unsent(@PathParam("id") String id) {
        var change = ChangeAddress.of(id).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(ChangeAddress.unsent(change))).build();
    }

    @POST
    @RunOnVirtualThread
    public Response undo(@PathParam("id") String id, @BeanParam Fields fields) {
        var reader = signedIn.actor().reader();
        var undone = ChangeAddress.of(id)
                .flatMap(change -> changes.find(reader, change))
                .orElseThrow(NotFoundException::new)
                .change();
        var form = ChangeForm.of(fields).undoing(undone);
        var wish = form.wish(undone.customer(), new Wanted.Undo(undone.id()), fields.consent());
        return askPage.answer(form, wish, ChangeAddress.undo(undone.id()));
    }
}
