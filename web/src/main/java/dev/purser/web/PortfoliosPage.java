package dev.purser.web;

import dev.purser.domain.portfolio.Invitee.Kind;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Holder;
import dev.purser.domain.rights.Issuer;
import dev.purser.web.settings.Settings;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The people who may hold customers, and the form that invites somebody. */
@Path(PortfoliosPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("administrator")
public class PortfoliosPage {

    static final String ADDRESS = "/settings/portfolios";

    /** Whom one does not see among so many, one searches for. */
    private static final int MOST_SHOWN = 200;

    private final Grants grants;
    private final SignedInActor signedIn;
    private final WrittenDown writtenDown;
    private final Settings settings;

    PortfoliosPage(Grants grants, SignedInActor signedIn, WrittenDown writtenDown, Settings settings) {
        this.grants = grants;
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
    public TemplateInstance list(
            @RestQuery @Nullable String q, @RestQuery @Nullable String entry, @RestQuery @Nullable String said) {
        return page(
                text(q),
                signedIn.issuer().invitesBy().getFirst(),
                Optional.empty(),
                writtenDown.in(text(entry)),
                Remark.of(text(said)));
    }

    /** What was typed to invite somebody, and that nobody can be invited by it. */
    People unusable(Kind kind, String typed) {
        return page("", kind, Optional.of(typed), Optional.empty(), Optional.empty());
    }

    private People page(
            String sought,
            Kind kind,
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
