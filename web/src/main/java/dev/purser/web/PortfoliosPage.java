package dev.purser.web;

import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.Invitee.Kind;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.rights.AdmitPeople;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Holder;
import dev.purser.domain.rights.Invitations.Invitation;
import dev.purser.domain.rights.Issuer;
import dev.purser.web.settings.Settings;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The people who may hold customers, and the form that invites somebody. */
@Path(PortfoliosPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("administrator")
public class PortfoliosPage {

    static final String ADDRESS = "/settings/portfolios";

    private static final int UNPROCESSABLE = 422;

    /** Whom one does not see among so many, one searches for. */
    private static final int MOST_SHOWN = 200;

    private final Grants grants;
    private final AdmitPeople admitPeople;
    private final SignedInActor signedIn;
    private final WrittenDown writtenDown;
    private final Settings settings;

    PortfoliosPage(
            Grants grants,
            AdmitPeople admitPeople,
            SignedInActor signedIn,
            WrittenDown writtenDown,
            Settings settings) {
        this.grants = grants;
        this.admitPeople = admitPeople;
        this.signedIn = signedIn;
        this.writtenDown = writtenDown;
        this.settings = settings;
    }

    /**
     * The page.
     *
     * @param found how many people are called as was sought
     * @param holders the first of them
     * @param issuer that signs in whoever is invited
     * @param wrong what was typed, where nobody can be invited by it
     */
    record People(
            String sought,
            int found,
            List<Holder> holders,
            Grants.Extent extent,
            Portfolios sharing,
            Issuer issuer,
            Kind kind,
            Optional<String> wrong,
            Optional<WrittenDown.Said> done,
            Optional<Remark> remark)
            implements TemplateInstance {}

    @GET
    @RunOnVirtualThread
    public Response list(
            @RestQuery @Nullable String q, @RestQuery @Nullable String entry, @RestQuery @Nullable String said) {
        return Response.ok(page(
                        text(q),
                        signedIn.issuer().invitesBy().getFirst(),
                        Optional.empty(),
                        writtenDown.in(text(entry)),
                        Remark.of(text(said))))
                .build();
    }

    @POST
    @Path("/invitations")
    @RunOnVirtualThread
    public Response invite(@RestForm @Nullable String by, @RestForm @Nullable String invitee) {
        var issuer = signedIn.issuer();
        var kind = Kind.of(text(by)).orElseGet(() -> issuer.invitesBy().getFirst());
        return switch (admitPeople.invite(signedIn.actor(), issuer, kind, text(invitee))) {
            case AdmitPeople.Result.Done<Invitation>(var invitation) -> invited(invitation);
            case AdmitPeople.Result.Unusable<Invitation> unusable ->
                Response.status(UNPROCESSABLE)
                        .entity(page("", kind, Optional.of(text(invitee)), Optional.empty(), Optional.empty()))
                        .build();
            case AdmitPeople.Result.NoSuchPerson<Invitation> nobody -> throw new NotFoundException();
            case AdmitPeople.Result.NotPermitted<Invitation> no -> throw new ForbiddenException();
        };
    }

    private static Response invited(Invitation invitation) {
        return switch (invitation) {
            case Invitation.Invited(var person, var entry) -> to(person, WrittenDown.PARAMETER + "=" + entry);
            case Invitation.Already(var person) -> to(person, Remark.PARAMETER + "=" + Remark.INVITED.key());
            case Invitation.Known(var person) -> to(person, Remark.PARAMETER + "=" + Remark.KNOWN.key());
        };
    }

    private static Response to(PersonId person, String parameter) {
        return Response.seeOther(URI.create(PortfolioPage.address(person) + "?" + parameter))
                .build();
    }

    /** Where somebody comes to whose sign-in had run out when they sent the form. */
    @GET
    @Path("/invitations")
    public Response unsent() {
        return Response.seeOther(URI.create(ADDRESS + "?" + Remark.PARAMETER + "=" + Remark.UNSENT.key()))
                .build();
    }

    private People page(
            String sought,
            Invitee.Kind kind,
            Optional<String> wrong,
            Optional<WrittenDown.Said> done,
            Optional<Remark> remark) {
        var found = grants.holders(signedIn.actor().person()).stream()
                .filter(holder -> isCalled(holder, sought))
                .toList();
        return new People(
                sought,
                found.size(),
                found.subList(0, Math.min(found.size(), MOST_SHOWN)),
                grants.extent(),
                settings.portfolios(),
                signedIn.issuer(),
                kind,
                wrong,
                done,
                remark);
    }

    private static boolean isCalled(Holder holder, String sought) {
        return (holder.name() + "\n" + holder.address())
                .toLowerCase(Locale.ROOT)
                .contains(sought.toLowerCase(Locale.ROOT));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
