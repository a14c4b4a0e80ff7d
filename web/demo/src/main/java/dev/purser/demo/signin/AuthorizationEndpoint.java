package dev.purser.demo.signin;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** Where the portal sends people, and where their choice comes in. */
final class AuthorizationEndpoint {
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final SignInSettings settings;
    private final URI issuer;
    private final Grants grants;
    private final Sessions sessions;
    private final InstantSource clock;

    AuthorizationEndpoint(SignInSettings settings, URI issuer, Grants grants, Sessions sessions) {
        this.settings = settings;
        this.issuer = issuer;
        this.grants = grants;
        this.sessions = sessions;
        this.clock = settings.clock();
    }

    /** Shows who one can be. */
    Answer ask(Request request) {
        Page page = new Page(settings, Words.of(request));
        Parameters asked = request.parameters();
        return switch (AuthorizationRequest.judge(asked, settings)) {
            case AuthorizationRequest.Accepted _ -> page.people(asked);
            case AuthorizationRequest.RefusedHere(Refusal reason) -> page.refusal(reason);
            case AuthorizationRequest.RefusedToPortal refused -> tellPortal(refused);
        };
    }

    /** Sends the person on with a code. */
    Answer choose(Request request) {
        Page page = new Page(settings, Words.of(request));
        if (request.header("Sec-Fetch-Site")
                .filter(it -> !OWN_SITE.contains(it))
                .isPresent()) {
            return page.refusal(Refusal.OTHER_SITE);
        }
        Parameters chosen = request.form();
        return switch (AuthorizationRequest.judge(chosen, settings)) {
            case AuthorizationRequest.Accepted(AuthorizationRequest asked) ->
                chosen.get("person")
                        .flatMap(sessions::person)
                        .map(person -> rememberLanguage(request, sendOn(asked, person)))
                        .orElseGet(() -> page.refusal(Refusal.UNKNOWN_PERSON));
            case AuthorizationRequest.RefusedHere(Refusal reason) -> page.refusal(reason);
            case AuthorizationRequest.RefusedToPortal refused -> tellPortal(refused);
        };
    }

    /** The portal has the same host, and with it the cookie in which it looks for the language that somebody chose here. */
    private static Answer rememberLanguage(Request request, Answer answer) {
        return request.parameters().get("ui_locales").isEmpty()
                ? answer
                : answer.with(
                        "Set-Cookie",
                        "purser-language=%s; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
                                .formatted(Words.of(request).tag()));
    }

    private Answer sendOn(AuthorizationRequest asked, DemoPerson person) {
        Session session = new Session(RandomText.next(), person.subject(), clock.instant(), asked.scopes());
        String code = grants.issue(new Grants.Grant(asked, session));
        return answer(asked.redirectUri(), asked.state(), nothing().with("code", code));
    }

    private Answer tellPortal(AuthorizationRequest.RefusedToPortal refused) {
        return answer(
                refused.redirectUri(),
                refused.state(),
                nothing().with("error", refused.error()).with("error_description", refused.description()));
    }

    /** With the issuer's name, so that the portal cannot be told one provider's answer as another's (RFC 9207). */
    private Answer answer(URI redirectUri, Optional<String> state, Parameters result) {
        Parameters told = result.with("iss", issuer.toString());
        return Answer.seeOther(
                redirectUri, state.map(it -> told.with("state", it)).orElse(told));
    }

    private static Parameters nothing() {
        return new Parameters(new LinkedHashMap<>());
    }
}
