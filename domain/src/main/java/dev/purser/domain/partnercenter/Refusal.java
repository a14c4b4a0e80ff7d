package dev.purser.domain.partnercenter;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Microsoft understood the request and said no.
 *
 * @param status of the answer; of the token endpoint's answer where that one refused
 * @param code Partner Center's fault code or the token endpoint's error, if any
 * @param words the description in Microsoft's own words; empty text if there was none
 * @param correlation id under which Microsoft knows the call
 */
public record Refusal(int status, Optional<String> code, String words, UUID correlation) {

    /** Errors of the token endpoint (RFC 6749, and Microsoft Entra ID where a person has to sign in again). */
    private static final Set<String> TOKEN = Set.of(
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_resource",
            "invalid_scope",
            "unauthorized_client",
            "unsupported_grant_type",
            "access_denied",
            "consent_required",
            "interaction_required",
            "login_required");

    /** Of these, the ones that are about the user's refresh token and not about the application's secret. */
    private static final Set<String> GRANT =
            Set.of("invalid_grant", "consent_required", "interaction_required", "login_required");

    private static final Set<String> ENDED = Set.of("20002", "60003", "900118");
    private static final Set<String> ROLE = Set.of("900150", "900329", "900308", "900309", "2032");

    /** What a refusal means for the person, and who can do something about it. */
    public enum Kind {
        /** The account's credentials are not accepted: an administrator must renew them. */
        CREDENTIALS,
        /** There is no relationship with this customer any more, or there is no such customer, and Microsoft says so. */
        RELATIONSHIP_ENDED,
        /** Microsoft says 404 and nothing that would tell why: the customer may be gone, or a gateway may have erred. */
        NOT_FOUND,
        /** The account lacks a right at Microsoft. */
        RIGHT_MISSING,
        /** Microsoft has no usage for this customer (fault 3000): not an error. */
        NO_USAGE,
        /** The request itself was not accepted. */
        REQUEST
    }

    /** Codes: Partner Center error codes. */
    public Kind kind() {
        if (status == 401 || code.filter(TOKEN::contains).isPresent()) {
            return Kind.CREDENTIALS;
        }
        if (code.filter("3000"::equals).isPresent()) {
            return Kind.NO_USAGE;
        }
        if (code.filter(ENDED::contains).isPresent()) {
            return Kind.RELATIONSHIP_ENDED;
        }
        if (status == 404) {
            return Kind.NOT_FOUND;
        }
        if (code.filter(ROLE::contains).isPresent() || status == 403) {
            return Kind.RIGHT_MISSING;
        }
        return Kind.REQUEST;
    }

    /** Whether it is the user's consent that is not accepted any more: a person has to sign in again at Microsoft. */
    public boolean isOfGrant() {
        return code.filter(GRANT::contains).isPresent();
    }
}
