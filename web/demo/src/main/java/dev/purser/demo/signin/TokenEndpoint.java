package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the portal, known by its secret, gets tokens for a code or for a refresh token (RFC 6749, RFC 7636). */
final class TokenEndpoint {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final SignInSettings settings;
    private final Grants grants;
    private final Sessions sessions;
    private final Tokens tokens;

    TokenEndpoint(SignInSettings settings, Grants grants, Sessions sessions, Tokens tokens) {
        this.settings = settings;
        this.grants = grants;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    Answer answer(Request request) throws Parameters.Malformed {
        if (!request.query().values().isEmpty()) {
            return refused("invalid_request", "Parameters come in the body, so that no log shows them.");
        }
        Optional<Answer> unknown = unknownClient(request);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        return switch (request.form().get("grant_type").orElse("")) {
            case "authorization_code" -> forCode(request.form());
            case "refresh_token" -> forRefreshToken(request.form());
            case "" -> refused("invalid_request", "grant_type is missing.");
            default -> refused("unsupported_grant_type", "The grant_type is authorization_code or refresh_token.");
        };
    }

    /** Empty when it is the portal, by client_secret_basic or client_secret_post, but not by both. */
    private Optional<Answer> unknownClient(Request request) throws Parameters.Malformed {
        Optional<String> header = request.header("Authorization");
        Optional<String> id = request.form().get("client_id");
        Optional<String> secret = request.form().get("client_secret");
        if (header.isPresent()) {
            if (secret.isPresent()) {
                return Optional.of(refused("invalid_request", "The secret is there in two ways."));
            }
            Optional<String[]> basic = basic(header.get());
            if (basic.isEmpty() || id.filter(it -> !it.equals(basic.get()[0])).isPresent()) {
                return Optional.of(notTheClient());
            }
            id = Optional.of(basic.get()[0]);
            secret = Optional.of(basic.get()[1]);
        }
        boolean known = same(id.orElse(""), settings.clientId()) & same(secret.orElse(""), settings.clientSecret());
        return known ? Optional.empty() : Optional.of(notTheClient());
    }

    /** Name and secret, each encoded as in a form before they are joined (RFC 6749, section 2.3.1). */
    private static Optional<String[]> basic(String header) throws Parameters.Malformed {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String joined =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
            int colon = joined.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new String[] {
                        Parameters.decoded(joined.substring(0, colon)), Parameters.decoded(joined.substring(colon + 1))
                    });
        } catch (IllegalArgumentException e) {
            throw new Parameters.Malformed("the Authorization header is not base64", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private Answer forCode(Parameters form) {
        Optional<String> code = form.get("code");
        if (code.isEmpty()) {
            return refused("invalid_request", "code is missing.");
        }
        return switch (grants.redeem(code.get())) {
            case Grants.FirstTime(Grants.Grant grant) -> forGrant(form, grant);
            case Grants.AlreadyUsed(Session session) -> {
                sessions.end(session);
                yield refused("invalid_grant", "The code was used before; its session has ended.");
            }
            case Grants.Nothing() -> refused("invalid_grant", "There is no such code, or it is older than a minute.");
        };
    }

    private Answer forGrant(Parameters form, Grants.Grant grant) {
        if (!form.says("redirect_uri", grant.request().redirectUri().toString())) {
            return refused("invalid_grant", "The code was issued for another redirect_uri.");
        }
        Optional<String> verifier = form.get("code_verifier");
        if (verifier.isEmpty()) {
            return refused("invalid_request", "code_verifier is missing.");
        }
        if (!VERIFIER.matcher(verifier.get()).matches()
                || !same(s256(verifier.get()), grant.request().codeChallenge())) {
            return refused("invalid_grant", "The code_verifier does not belong to the code_challenge.");
        }
        return tokens(grant.session(), grant.session(), grant.request().nonce());
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Answer forRefreshToken(Parameters form) {
        Optional<String> token = form.get("refresh_token");
        if (token.isEmpty()) {
            return refused("invalid_request", "refresh_token is missing.");
        }
        Optional<Session> session = tokens.byRefreshToken(token.get());
        if (session.isEmpty()) {
            return refused("invalid_grant", "This is no refresh token of ours, or it has run out.");
        }
        Set<String> scopes = form.get("scope")
                .map(it -> Set.copyOf(List.of(it.split(" "))))
                .orElse(session.get().scopes());
        if (!session.get().scopes().containsAll(scopes)) {
            return refused("invalid_scope", "The person allowed less than that.");
        }
        Session narrowed = new Session(
                session.get().id(), session.get().subject(), session.get().since(), scopes);
        // An ID token that refreshes carries no nonce (OpenID Connect Core 1.0, section 12.2).
        return tokens(narrowed, session.get(), Optional.empty());
    }

    private Answer tokens(Session granted, Session refreshable, Optional<String> nonce) {
        Optional<DemoPerson> person = sessions.person(granted);
        if (person.isEmpty()) {
            return refused("invalid_grant", "The session has ended.");
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("access_token", tokens.access(person.get(), granted));
        content.put("token_type", "Bearer");
        content.put("expires_in", Tokens.LIFETIME.toSeconds());
        content.put("refresh_token", tokens.refresh(refreshable));
        content.put("id_token", tokens.id(person.get(), granted, nonce));
        content.put("scope", String.join(" ", granted.scopes()));
        return Answer.json(200, content);
    }

    private static Answer refused(String error, String description) {
        return Answer.json(400, Map.of("error", error, "error_description", description));
    }

    private static Answer notTheClient() {
        return Answer.json(
                        401,
                        Map.of("error", "invalid_client", "error_description", "The client or its secret is unknown."))
                .with("WWW-Authenticate", "Basic realm=\"Purser demo\", charset=\"UTF-8\"");
    }
}
