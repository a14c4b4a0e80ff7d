package dev.purser.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where people come to once they have signed out. */
@Path("/signed-out")
@PermitAll
public class SignedOutPage {

    /** The page. */
    record Over() implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return new Over();
    }
}
