package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.Invitee.Kind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VouchedTest {

    private static final String KEYCLOAK = "https://id.example/realms/partner";
    private static final String ENTRA = "https://login.microsoftonline.com/5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17/v2.0";
    private static final String MAIL = "Noor.Haddad@partner.example";
    private static final String OBJECT_ID = "7d3c1f0a-12ab-4cde-8f90-1234567890ab";

    private static Token token(String issuer, Map<String, Object> claims) {
        var all = new HashMap<>(claims);
        all.put("iss", issuer);
        all.put("sub", "subject");
        return new Token(all);
    }

    @Test
    void believesAVerifiedAddress() {
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("email", MAIL, "email_verified", true))))
                .containsExactly(new Invitee(Kind.ADDRESS, "noor.haddad@partner.example"));
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("email", MAIL, "email_verified", "true"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "", "1", "yes", "True"})
    void believesNoOtherAddress(String verified) {
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("email", MAIL, "email_verified", verified))))
                .isEmpty();
    }

    @Test
    void believesNoAddressOfWhichNothingIsSaid() {
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("email", MAIL, "preferred_username", MAIL))))
                .isEmpty();
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("email", "no address", "email_verified", true))))
                .isEmpty();
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("email_verified", true)))).isEmpty();
    }

    @Test
    void knowsPeopleOfEntraByTheirObjectIdAlone() {
        var claims = Map.<String, Object>of(
                "email", MAIL, "email_verified", true, "xms_edov", true, "preferred_username", MAIL, "oid", OBJECT_ID);

        assertThat(Vouched.by(token(ENTRA, claims))).containsExactly(new Invitee(Kind.OBJECT_ID, OBJECT_ID));
        assertThat(Vouched.by(token(ENTRA, Map.of("oid", "not an id")))).isEmpty();
    }

    @Test
    void believesNoObjectIdOfOthers() {
        assertThat(Vouched.by(token(KEYCLOAK, Map.of("oid", OBJECT_ID)))).isEmpty();
        assertThat(Vouched.by(token("https://login.microsoftonline.com.evil.example/x/v2.0", Map.of("oid", OBJECT_ID))))
                .isEmpty();
    }
}
