package dev.purser.web;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token of an identity provider, with what it says. */
record Token(Map<String, Object> claims) implements JsonWebToken {

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
