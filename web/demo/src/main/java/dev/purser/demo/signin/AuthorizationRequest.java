package dev.purser.demo.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the portal asks for when it sends a person here (OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636).
 *
 * @param redirectUri where the answer goes
 * @param scopes openid among them
 * @param codeChallenge base64url of the SHA-256 of the verifier that will come with the code
 */
record AuthorizationRequest(
        URI redirectUri, Set<String> scopes, Optional<String> state, Optional<String> nonce, String codeChallenge) {
    private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    AuthorizationRequest {
        scopes = new LinkedHashSet<>(scopes);
    }

    /** What becomes of it. */
    sealed interface Judgement {}

    /** The person may choose. */
    record Accepted(AuthorizationRequest request) implements Judgement {}

    /** It cannot be told to whom an answer might go, so the person is told. */
    record RefusedHere(Refusal reason) implements Judgement {}

    /** The portal is told, with a code of RFC 6749, section 4.1.2.1, or of OpenID Connect Core, section 3.1.2.6. */
    record RefusedToPortal(URI redirectUri, Optional<String> state, String error, String description)
            implements Judgement {}

    static Judgement judge(Parameters parameters, SignInSettings settings) {
        if (!parameters.says("client_id", settings.clientId())) {
            return new RefusedHere(Refusal.UNKNOWN_CLIENT);
        }
        Optional<URI> redirectUri = parameters
                .get("redirect_uri")
                .flatMap(AuthorizationRequest::uri)
                .filter(settings::leadsToAPortal);
        if (redirectUri.isEmpty()) {
            return new RefusedHere(Refusal.FOREIGN_ADDRESS);
        }
        return new Answerable(parameters, redirectUri.get()).judge();
    }

    /** Empty when it is none. */
    static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** A request of which it is certain that the portal may have the answer. */
    private record Answerable(Parameters parameters, URI redirectUri) {
        Judgement judge() {
            if (parameters.get("request").isPresent()) {
                return refused("request_not_supported", "Requests come as plain parameters.");
            }
            if (parameters.get("request_uri").isPresent()) {
                return refused("request_uri_not_supported", "Requests come as plain parameters.");
            }
            if (parameters.get("response_type").isEmpty()) {
                return refused("invalid_request", "response_type is missing.");
            }
            if (!parameters.says("response_type", "code")) {
                return refused("unsupported_response_type", "The response_type is code.");
            }
            if (!parameters.get("response_mode").orElse("query").equals("query")) {
                return refused("invalid_request", "The response_mode is query.");
            }
            Set<String> scopes = new LinkedHashSet<>(
                    List.of(parameters.get("scope").orElse("").split(" ")));
            if (!scopes.contains("openid")) {
                return refused("invalid_scope", "The scope openid is missing.");
            }
            Optional<String> challenge = parameters.get("code_challenge");
            if (challenge.isEmpty()) {
                return refused("invalid_request", "code_challenge is missing.");
            }
            if (!parameters.says("code_challenge_method", "S256")) {
                return refused("invalid_request", "The code_challenge_method is S256.");
            }
            if (!S256_CHALLENGE.matcher(challenge.get()).matches()) {
                return refused("invalid_request", "code_challenge is not the base64url of a SHA-256.");
            }
            if (parameters.says("prompt", "none")) {
                return refused("login_required", "Here somebody always chooses.");
            }
            return new Accepted(new AuthorizationRequest(
                    redirectUri, scopes, parameters.get("state"), parameters.get("nonce"), challenge.get()));
        }

        private RefusedToPortal refused(String error, String description) {
            return new RefusedToPortal(redirectUri, parameters.get("state"), error, description);
        }
    }
}
