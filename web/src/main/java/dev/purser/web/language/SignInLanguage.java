package dev.purser.web.language;

import dev.purser.web.format.Languages;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/** Tells the identity provider which language somebody chose here; who chose none speaks to both by the browser. */
@Singleton
@Unremovable
@Redirect({Redirect.Location.OIDC_AUTHORIZATION, Redirect.Location.OIDC_LOGOUT})
class SignInLanguage implements OidcRedirectFilter {

    /** OpenID Connect Core 1.0, 3.1.2.1, and RP-Initiated Logout 1.0, 2. */
    private static final String PARAMETER = "ui_locales";

    private final SpokenLanguages spoken;

    SignInLanguage(SpokenLanguages spoken) {
        this.spoken = spoken;
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        spoken.chosen(redirect.routingContext())
                .ifPresent(language -> redirect.additionalQueryParams().set(PARAMETER, Languages.tag(language)));
    }
}
