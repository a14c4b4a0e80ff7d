package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInMomentTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final SignInMoment moment = new SignInMoment("00".repeat(32), false, InstantSource.fixed(AT));

    /** A token of a provider that does not tell when it authenticated the person. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {

        static Token of(String subject) {
            return new Token(Map.of("iss", "https://sign-in.example", "sub", subject, "iat", 1L));
        }

        @Override
        public String getName() {
            return "";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // As the interface has it: a missing claim is null.
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    @Test
    void remembersTheMomentOfASignIn() {
        var ada = Token.of("ada");

        assertThat(moment.read(ada, moment.written(ada, AT))).contains(AT);
    }

    @Test
    void keepsTheMomentFromPlainHttpWhereBrowsersComeByHttps() {
        var behindProxy = new SignInMoment("00".repeat(32), true, InstantSource.fixed(AT));

        assertThat(behindProxy.cookie(Token.of("ada")).isSecure()).isTrue();
        assertThat(moment.cookie(Token.of("ada")).isSecure()).isFalse();
    }

    @Test
    void believesNoMomentOfSomebodyElse() {
        assertThat(moment.read(Token.of("bert"), moment.written(Token.of("ada"), AT)))
                .isEmpty();
    }

    @Test
    void believesNoMomentThatWasAltered() {
        var ada = Token.of("ada");
        var written = moment.written(ada, AT);
        var later = moment.written(ada, AT.plusSeconds(60));

        assertThat(moment.read(ada, later.replaceFirst("[.].*", "") + written.replaceFirst("^\\d+", "")))
                .isEmpty();
        assertThat(new SignInMoment("11".repeat(32), false, InstantSource.fixed(AT)).read(ada, written))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", ".", "1.", "x.y", "9999999999999.00", "1772442000.zz"})
    void believesNothingUnreadable(String written) {
        assertThat(moment.read(Token.of("ada"), written)).isEmpty();
    }
}
