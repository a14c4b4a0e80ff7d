package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.CookieSameSite;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnCookiesTest {

    @Test
    void areKeptFromPlainHttpWhereBrowsersComeByHttps() {
        assertThat(new OwnCookies(true).cookie("a", "b", Duration.ofDays(1)).isSecure())
                .isTrue();
        assertThat(new OwnCookies(false).cookie("a", "b", Duration.ofDays(1)).isSecure())
                .isFalse();
    }

    @Test
    void areForNoScriptAndNoOtherSite() {
        var cookie = new OwnCookies(false).cookie("a", "b", Duration.ofDays(1));

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(CookieSameSite.LAX);
        assertThat(cookie.getMaxAge()).isEqualTo(86_400);
    }
}
