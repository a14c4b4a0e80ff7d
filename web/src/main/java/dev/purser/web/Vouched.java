package dev.purser.web;

import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.rights.Issuer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * By what somebody may have been invited, as far as the identity provider vouches for it. Why so little counts is told in
 * {@code docs/decisions/0014-who-was-invited.md}.
 */
final class Vouched {

    private Vouched() {}

    static Set<Invitee> by(JsonWebToken token) {
        return new Issuer(token.getIssuer())
                .invitesBy().stream()
                        .flatMap(kind -> switch (kind) {
                            // The key of every person, which needs no voucher.
                            case SUBJECT -> Stream.<Invitee>empty();
                            case OBJECT_ID -> invitee(kind, text(token, "oid"));
                            case ADDRESS ->
                                text(token, "email_verified")
                                                .filter("true"::equals)
                                                .isPresent()
                                        ? invitee(kind, text(token, "email"))
                                        : Stream.<Invitee>empty();
                        })
                        .collect(Collectors.toSet());
    }

    private static Stream<Invitee> invitee(Invitee.Kind kind, Optional<String> value) {
        return value.flatMap(told -> Invitee.of(kind, told)).stream();
    }

    /** Some providers write a truth value as a text. */
    private static Optional<String> text(JsonWebToken token, String claim) {
        return Optional.ofNullable((Object) token.getClaim(claim)).map(Object::toString);
    }
}
