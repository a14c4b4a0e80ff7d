package dev.purser.web;

import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.People.Identity;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Issuer;
import dev.purser.web.settings.Settings;
import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes this request, from the identity provider's token. */
@RequestScoped
public class SignedInActor {

    /** A field, for this qualifier cannot stand at a parameter. */
    @Inject
    @IdToken
    JsonWebToken token;

    private final SecurityIdentity identity;
    private final People people;
    private final Settings settings;
    private final SignInMoment moment;
    private final RoutingContext request;
    private @Nullable Actor actor;

    @SuppressWarnings("NullAway.Init") // The container fills in the token.
    SignedInActor(
            SecurityIdentity identity, People people, Settings settings, SignInMoment moment, RoutingContext request) {
        this.identity = identity;
        this.people = people;
        this.settings = settings;
        this.moment = moment;
        this.request = request;
    }

    /** @throws SessionOver where the session was ended, although its cookie still exists */
    public Actor actor() {
        if (actor == null) {
            actor = recognise();
        }
        return actor;
    }

    private Actor recognise() {
        var roles = identity.getRoles().stream()
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toSet());
        var person = new Identity(
                token.getIssuer(), token.getSubject(), name(), text("email").orElse(""), Vouched.by(token));
        return moment.of(token, request)
                .flatMap(signedInAt -> people.recognise(person, Set.copyOf(roles), signedInAt))
                .map(id -> new Actor(id, person.name(), roles, settings.portfolios()))
                .orElseThrow(SessionOver::new);
    }

    private String name() {
        return Stream.of("name", "preferred_username", "email")
                .flatMap(claim -> text(claim).stream())
                .findFirst()
                .orElse(token.getSubject());
    }

    /** Who signed them in, as it calls itself. */
    Issuer issuer() {
        return new Issuer(token.getIssuer());
    }

    private Optional<String> text(String claim) {
        return Optional.ofNullable((Object) token.getClaim(claim))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    /** The session was ended by the person or an administrator. */
    static final class SessionOver extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
