package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInMomentTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final SignInMoment moment = moment("00");

    @Test
    void remembersTheMomentOfASignIn() {
        var ada = token("ada");

        assertThat(moment.read(ada, moment.written(ada, AT))).contains(AT);
    }

    @Test
    void believesNoMomentOfSomebodyElse() {
        assertThat(moment.read(token("bert"), moment.written(token("ada"), AT))).isEmpty();
    }

    @Test
    void believesNoMomentThatWasAltered() {
        var ada = token("ada");
        var written = moment.written(ada, AT);
        var later = moment.written(ada, AT.plusSeconds(60));

        assertThat(moment.read(ada, later.replaceFirst("[.].*", "") + written.replaceFirst("^\\d+", "")))
                .isEmpty();
        assertThat(moment("11").read(ada, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", ".", "1.", "x.y", "9999999999999.00", "1772442000.zz"})
    void believesNothingUnreadable(String written) {
        assertThat(moment.read(token("ada"), written)).isEmpty();
    }

    private static SignInMoment moment(String key) {
        return new SignInMoment(key.repeat(32), new OwnCookies(false), InstantSource.fixed(AT));
    }

    /** Of a provider that does not tell when it authenticated the person. */
    private static Token token(String subject) {
        return new Token(Map.of("iss", "https://sign-in.example", "sub", subject, "iat", 1L));
    }
}
