package dev.purser.web;

import dev.purser.domain.portfolio.Role;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Languages;
import dev.purser.web.format.Words;
import dev.purser.web.language.SpokenLanguages;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the frame around each page shows: who is signed in, where they may go, and whether this is a demo. */
@Named("frame")
@RequestScoped
public class Frame {

    private final SecurityIdentity identity;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final SpokenLanguages languages;
    private final Optional<RoutingContext> request;
    private final boolean demo;

    Frame(
            SecurityIdentity identity,
            SignedInActor signedIn,
            DisplayTime time,
            SpokenLanguages languages,
            CurrentVertxRequest current,
            @ConfigProperty(name = "purser.demo", defaultValue = "false") boolean demo) {
        this.identity = identity;
        this.signedIn = signedIn;
        this.time = time;
        this.languages = languages;
        // Nobody has asked for what is tried at the start.
        this.request = Optional.ofNullable(current.getCurrent());
        this.demo = demo;
    }

    public boolean demo() {
        return demo;
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /** Only who has a role has pages to go to. */
    public boolean hasRole() {
        return signedIn() && !roles().isEmpty();
    }

    public boolean administrator() {
        return identity.hasRole(Role.ADMINISTRATOR.claim());
    }

    public boolean accountManager() {
        return identity.hasRole(Role.ACCOUNT_MANAGER.claim());
    }

    public String name() {
        return signedIn.actor().name();
    }

    public List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.claim()))
                .toList();
    }

    public DisplayTime time() {
        return time;
    }

    /** The languages to choose from; what only an answer to a form shows could not be shown once more in another one. */
    public List<Tongue> languages() {
        return request.filter(asked -> asked.request().method().equals(HttpMethod.GET))
                .map(asked -> languages.all().stream()
                        .map(language -> tongue(asked, language))
                        .toList())
                .orElse(List.of());
    }

    /** Path and query of the page. */
    public String address() {
        return request.map(asked -> asked.request().uri()).orElse("/");
    }

    private Tongue tongue(RoutingContext asked, Locale language) {
        return new Tongue(
                Languages.tag(language),
                Languages.words(Words.class, language).languageName(),
                language.equals(languages.of(asked)));
    }

    /** @param name as its speakers call it */
    record Tongue(String tag, String name, boolean spoken) {}
}
