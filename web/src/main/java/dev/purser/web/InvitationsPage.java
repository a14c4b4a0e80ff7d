package dev.purser.web;

import dev.purser.domain.portfolio.Invitee.Kind;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.rights.AdmitPeople;
import dev.purser.domain.rights.Invitations.Invitation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Takes the form that invites somebody. */
@Path(PortfoliosPage.ADDRESS + "/invitations")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("administrator")
public class InvitationsPage {

    private static final int UNPROCESSABLE = 422;

    private final AdmitPeople admitPeople;
    private final PortfoliosPage portfolios;
    private final SignedInActor signedIn;

    InvitationsPage(AdmitPeople admitPeople, PortfoliosPage portfolios, SignedInActor signedIn) {
        this.admitPeople = admitPeople;
        this.portfolios = portfolios;
        this.signedIn = signedIn;
    }

    @POST
    @RunOnVirtualThread
    public Response invite(@RestForm @Nullable String by, @RestForm @Nullable String invitee) {
        var typed = PortfoliosPage.text(invitee);
        var issuer = signedIn.issuer();
        var kind = Kind.of(PortfoliosPage.text(by))
                .orElseGet(() -> issuer.invitesBy().getFirst());
        return switch (admitPeople.invite(signedIn.actor(), issuer, kind, typed)) {
            case AdmitPeople.Result.Done<Invitation>(var invitation) -> invited(invitation);
            case AdmitPeople.Result.Unusable<Invitation> unusable ->
                Response.status(UNPROCESSABLE)
                        .entity(portfolios.unusable(kind, typed))
                        .build();
            case AdmitPeople.Result.NoSuchPerson<Invitation> nobody -> throw new NotFoundException();
            case AdmitPeople.Result.NotPermitted<Invitation> no -> throw new ForbiddenException();
        };
    }

    private static Response invited(Invitation invitation) {
        return switch (invitation) {
            case Invitation.Invited(var person, var entry) -> to(person, WrittenDown.PARAMETER, Long.toString(entry));
            case Invitation.Already(var person) -> to(person, Remark.PARAMETER, Remark.INVITED.key());
            case Invitation.Known(var person) -> to(person, Remark.PARAMETER, Remark.KNOWN.key());
        };
    }

    private static Response to(PersonId person, String parameter, String value) {
        return Response.seeOther(URI.create(PortfolioPage.address(person) + "?" + parameter + "=" + value))
                .build();
    }

    /** Where somebody comes to whose sign-in had run out when they sent the form, and who follows its address as a link. */
    @GET
    public Response unsent() {
        return Response.seeOther(
                        URI.create(PortfoliosPage.ADDRESS + "?" + Remark.PARAMETER + "=" + Remark.UNSENT.key()))
                .build();
    }
}
