package dev.purser.web;

import dev.purser.domain.portfolio.Role;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where each role begins. Who has none is told what to ask for. */
@Path("/")
@Authenticated
public class StartPage {

    private final SecurityIdentity identity;

    StartPage(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    public Response begin() {
        return Response.seeOther(URI.create(first())).build();
    }

    private String first() {
        if (is(Role.ACCOUNT_MANAGER)) {
            return "/customers";
        }
        if (is(Role.AUDITOR)) {
            return "/history";
        }
        if (is(Role.ADMINISTRATOR)) {
            return PortfoliosPage.ADDRESS;
        }
        throw new ForbiddenException();
    }

    private boolean is(Role role) {
        return identity.hasRole(role.claim());
    }
}
