package dev.purser.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What a browser gets whose cookie has outlived the session: signed out here and at the provider. Sent to sign in instead, it
 * would come back from a provider that still knows the person with the very session that has ended, again and again.
 */
@Singleton
class EndedSession {

    @ServerExceptionMapper
    Response signOut(SignedInActor.SessionOver over) {
        return Response.seeOther(SignOut.PROVIDER).build();
    }
}
