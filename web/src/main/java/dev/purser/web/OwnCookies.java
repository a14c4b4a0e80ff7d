package dev.purser.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sets the cookies that are Purser's own and not the framework's: for no script, and for no other site's forms. */
@Singleton
class OwnCookies {

    private final boolean secure;

    /** @param secure whether browsers come by https, even where a proxy ends it and Purser sees none of it */
    OwnCookies(@ConfigProperty(name = "purser.cookies-secure", defaultValue = "false") boolean secure) {
        this.secure = secure;
    }

    void set(String name, String value, Duration kept, RoutingContext request) {
        var cookie = cookie(name, value, kept);
        request.response()
                .addCookie(
                        cookie.setSecure(cookie.isSecure() || request.request().isSSL()));
    }

    Cookie cookie(String name, String value, Duration kept) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(secure)
                .setMaxAge(kept.toSeconds());
    }
}
