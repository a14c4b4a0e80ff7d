package dev.purser.demo.signin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a session is asked about, and where it ends. */
final class SessionEndpoints {
    private static final String BEARER = "Bearer ";

    private final SignInSettings settings;
    private final Sessions sessions;
    private final Tokens tokens;

    SessionEndpoints(SignInSettings settings, Sessions sessions, Tokens tokens) {
        this.settings = settings;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Who an access token speaks for (OpenID Connect Core 1.0, section 5.3). */
    Answer userInfo(Request request) {
        Optional<DemoPerson> person = request.header("Authorization")
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(
                        it -> tokens.byAccessToken(it.substring(BEARER.length()).strip()))
                .flatMap(sessions::person);
        if (person.isEmpty()) {
            return Answer.json(401, Map.of("error", "invalid_token"))
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        return Answer.json(200, Tokens.claimsOf(person.get()));
    }

    /**
     * Ends the session that the ID token names, and sends the person back if the portal wishes (OpenID Connect
     * RP-Initiated Logout 1.0).
     */
    Answer end(Request request) {
        Page page = new Page(settings, Words.of(request));
        Parameters parameters = request.parameters();
        Optional<Session> session = parameters.get("id_token_hint").flatMap(tokens::byIdToken);
        if (session.isEmpty()) {
            return page.refusal(Refusal.UNKNOWN_SESSION);
        }
        if (parameters
                .get("client_id")
                .filter(it -> !it.equals(settings.clientId()))
                .isPresent()) {
            return page.refusal(Refusal.UNKNOWN_CLIENT);
        }
        Optional<String> back = parameters.get("post_logout_redirect_uri");
        Optional<URI> address = back.flatMap(AuthorizationRequest::uri).filter(settings::leadsToAPortal);
        if (back.isPresent() && address.isEmpty()) {
            return page.refusal(Refusal.FOREIGN_ADDRESS);
        }
        sessions.end(session.get());
        Parameters nothing = new Parameters(new LinkedHashMap<>());
        return address.map(it -> Answer.seeOther(
                        it,
                        parameters
                                .get("state")
                                .map(state -> nothing.with("state", state))
                                .orElse(nothing)))
                .orElseGet(page::signedOut);
    }
}
