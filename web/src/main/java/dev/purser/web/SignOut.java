package dev.purser.web;

import dev.purser.domain.portfolio.People;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Ends a person's sessions here, and then the one at the identity provider. */
@Path("/sign-out")
public class SignOut {

    /** Where Quarkus hands over to the identity provider ({@code quarkus.oidc.logout.path}). */
    static final URI PROVIDER = URI.create("/sign-out/provider");

    private final SignedInActor signedIn;
    private final People people;

    SignOut(SignedInActor signedIn, People people) {
        this.signedIn = signedIn;
        this.people = people;
    }

    /** The page for who comes back to this address after a sign-in: nobody is signed out by a link. */
    record Ask() implements TemplateInstance {}

    @GET
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public Response ask() {
        // Who is told to be signed in is: an ended session goes the way of all of them.
        signedIn.actor();
        return Response.ok(new Ask()).build();
    }

    @POST
    @Authenticated
    @RunOnVirtualThread
    public Response signOut() {
        people.endSessions(signedIn.actor().person());
        return Response.seeOther(PROVIDER).build();
    }
}
