package dev.purser.web;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where people come to once they have signed out. */
@Path("/signed-out")
@PermitAll
public class SignedOutPage {

    private final SecurityIdentity identity;

    SignedOutPage(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The page. */
    record Over() implements TemplateInstance {}

    /** Nobody is told that they are signed out who is not. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show() {
        return identity.isAnonymous()
                ? Response.ok(new Over()).build()
                : Response.seeOther(URI.create("/")).build();
    }
}
