package dev.purser.web;

import dev.purser.web.format.Languages;
import dev.purser.web.language.SpokenLanguages;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the choice of a language, which a browser remembers for everything that it asks for from then on. */
@Path("/language")
@PermitAll
public class LanguagePage {

    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final URI START = URI.create("/");

    private final SpokenLanguages spoken;
    private final OwnCookies cookies;

    LanguagePage(SpokenLanguages spoken, OwnCookies cookies) {
        this.spoken = spoken;
        this.cookies = cookies;
    }

    /**
     * Back to the page on which it was chosen.
     *
     * @param to the tag of the language
     * @param back path and query of that page
     */
    @POST
    public Response choose(
            @FormParam("to") @Nullable String to, @FormParam("back") @Nullable String back, RoutingContext request) {
        var language = spoken.named(to).orElseThrow(BadRequestException::new);
        cookies.set(SpokenLanguages.CHOSEN, Languages.tag(language), REMEMBERED, request);
        return Response.seeOther(here(back).orElse(START)).build();
    }

    /** For who comes to this address by a link. */
    @GET
    public Response start() {
        return Response.seeOther(START).build();
    }

    /** Nobody is sent to another site. */
    private static Optional<URI> here(@Nullable String back) {
        if (back == null || !back.startsWith("/") || back.startsWith("//") || back.startsWith("/\\")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(back));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
