package dev.purser.domain.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.partnercenter.Refusal.Kind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "400, 800002, REQUEST",
        "400, 3000,   NO_USAGE",
        "404, 3000,   NO_USAGE",
        "400, 900118, RELATIONSHIP_ENDED",
        "400, 2000,   REQUEST",
        "400, 2055,   REQUEST",
        "400, 900126, REQUEST",
        "400, 900127, REQUEST",
        "400, ,       REQUEST",
        "401, 400,    CREDENTIALS",
        "401, 800001, CREDENTIALS",
        "401, 900420, CREDENTIALS",
        "401, 900421, CREDENTIALS",
        "401, ,       CREDENTIALS",
        "403, 900150, RIGHT_MISSING",
        "403, 900329, RIGHT_MISSING",
        "403, 900308, RIGHT_MISSING",
        "403, 900309, RIGHT_MISSING",
        "403, 2032,   RIGHT_MISSING",
        "403, ,       RIGHT_MISSING",
        "403, 20002,  RELATIONSHIP_ENDED",
        "404, 1000,   NOT_FOUND",
        "404, 20003,  NOT_FOUND",
        "404, 60003,  RELATIONSHIP_ENDED",
        "404, ,       NOT_FOUND",
        "405, ,       REQUEST",
        "412, ,       REQUEST"
    })
    void meansWhatItsCodeSays(int status, @Nullable String code, Kind kind) {
        assertThat(refusal(status, code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant",
        "401, invalid_grant",
        "401, invalid_client",
        "400, invalid_client",
        "400, invalid_scope",
        "400, unauthorized_client",
        "400, interaction_required",
        "400, consent_required"
    })
    void meansTheCredentialsWhereTheTokenEndpointRefused(int status, String error) {
        assertThat(refusal(status, error).kind()).isEqualTo(Kind.CREDENTIALS);
    }

    @Test
    void tellsTheUsersConsentFromTheApplicationsSecret() {
        assertThat(refusal(400, "invalid_grant").isOfGrant()).isTrue();
        assertThat(refusal(400, "interaction_required").isOfGrant()).isTrue();
        assertThat(refusal(401, "invalid_client").isOfGrant()).isFalse();
        assertThat(refusal(401, null).isOfGrant()).isFalse();
    }

    private static Refusal refusal(int status, @Nullable String code) {
        return new Refusal(status, Optional.ofNullable(code), "", new UUID(0, 0));
    }
}
