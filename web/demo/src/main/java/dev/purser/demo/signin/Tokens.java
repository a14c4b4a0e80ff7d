package dev.purser.demo.signin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Makes and reads what is signed here: ID tokens (OpenID Connect Core 1.0, section 2), access tokens (RFC 9068) and
 * refresh tokens, which are of the same make, so that they outlive a restart. The type in the header keeps one kind
 * from passing for another.
 */
final class Tokens {
    /** Short, so that the portal's refreshing is seen in the demo too. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    static final Duration REFRESH_LIFETIME = Duration.ofDays(7);

    private enum Kind {
        ID("JWT", LIFETIME),
        ACCESS("at+jwt", LIFETIME),
        REFRESH("refresh+jwt", REFRESH_LIFETIME);

        private final String type;
        private final Duration lifetime;

        Kind(String type, Duration lifetime) {
            this.type = type;
            this.lifetime = lifetime;
        }
    }

    private final URI issuer;
    private final String audience;
    private final SigningKey key;
    private final InstantSource clock;

    Tokens(URI issuer, String audience, SigningKey key, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.key = key;
        this.clock = clock;
    }

    String id(DemoPerson person, Session session, Optional<String> nonce) {
        JwtClaims claims = about(person, session);
        nonce.ifPresent(it -> claims.setStringClaim("nonce", it));
        return signed(Kind.ID, session, claims);
    }

    String access(DemoPerson person, Session session) {
        JwtClaims claims = about(person, session);
        claims.setStringClaim("client_id", audience);
        return signed(Kind.ACCESS, session, claims);
    }

    String refresh(Session session) {
        return signed(Kind.REFRESH, session, new JwtClaims());
    }

    /** What the portal may know about a person. */
    static Map<String, Object> claimsOf(DemoPerson person) {
        return Map.of(
                "sub", person.subject(),
                "name", person.name(),
                "preferred_username", person.email(),
                "email", person.email(),
                "email_verified", true,
                "roles", person.roles());
    }

    private static JwtClaims about(DemoPerson person, Session session) {
        if (!person.subject().equals(session.subject())) {
            throw new IllegalArgumentException("not the session of " + person.subject());
        }
        JwtClaims claims = new JwtClaims();
        claimsOf(person).forEach(claims::setClaim);
        return claims;
    }

    private String signed(Kind kind, Session session, JwtClaims claims) {
        Instant now = clock.instant();
        claims.setIssuer(issuer.toString());
        claims.setAudience(audience);
        claims.setSubject(session.subject());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(kind.lifetime).getEpochSecond()));
        claims.setNumericDateClaim(
                "auth_time", NumericDate.fromSeconds(session.since().getEpochSecond()));
        claims.setStringClaim("sid", session.id());
        if (kind != Kind.ID) {
            claims.setStringClaim("scope", String.join(" ", session.scopes()));
        }
        claims.setJwtId(RandomText.next());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", kind.type);
        signature.setKeyIdHeaderValue(key.key().getKeyId());
        signature.setKey(key.key().getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the sign-in's own key does not sign", e);
        }
    }

    /** The session an access token speaks of; empty when it is none of ours or has run out. */
    Optional<Session> byAccessToken(String token) {
        return session(Kind.ACCESS, token, clock.instant());
    }

    Optional<Session> byRefreshToken(String token) {
        return session(Kind.REFRESH, token, clock.instant());
    }

    /** The session an ID token speaks of, however old it is: a person who signs out late is one who signs out. */
    Optional<Session> byIdToken(String token) {
        return session(Kind.ID, token, Instant.EPOCH);
    }

    private Optional<Session> session(Kind kind, String token, Instant at) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(key.key().getPublicKey())
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                    .setExpectedType(true, kind.type)
                    .setExpectedIssuer(issuer.toString())
                    .setExpectedAudience(audience)
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .setEvaluationTime(NumericDate.fromSeconds(at.getEpochSecond()))
                    .build()
                    .processToClaims(token);
            return Optional.of(new Session(
                    claims.getStringClaimValue("sid"),
                    claims.getSubject(),
                    Instant.ofEpochSecond(
                            claims.getNumericDateClaimValue("auth_time").getValue()),
                    claims.hasClaim("scope")
                            ? Set.of(claims.getStringClaimValue("scope").split(" "))
                            : Set.of()));
        } catch (InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }
}
