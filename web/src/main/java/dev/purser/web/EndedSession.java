package dev.purser.web;

import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a browser gets whose cookie has outlived the session: the cookie goes, and the person signs in anew. */
@Singleton
class EndedSession {

    private final OidcSession session;

    EndedSession(OidcSession session) {
        this.session = session;
    }

    @ServerExceptionMapper
    Uni<Response> signInAnew(SignedInActor.SessionOver over) {
        return session.logout().map(gone -> Response.seeOther(URI.create("/")).build());
    }
}
