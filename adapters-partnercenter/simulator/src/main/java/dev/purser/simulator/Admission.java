package dev.purser.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides who may ask what: the token first, then the customer. */
final class Admission {

    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final World world;
    private final UUID partner;

    Admission(Tokens tokens, World world, UUID partner) {
        this.tokens = tokens;
        this.world = world;
        this.partner = partner;
    }

    /** Whom the request's token stands for. */
    Caller caller(Map<String, String> headers) {
        return bearer(headers)
                .map(tokens::judge)
                .map(verdict -> switch (verdict) {
                    case Tokens.Verdict.Good(Caller caller) -> caller;
                    case Tokens.Verdict.Expired _, Tokens.Verdict.WrongAudience _, Tokens.Verdict.NotIssuedHere _ ->
                        Caller.NOBODY;
                })
                .orElse(Caller.NOBODY);
    }

    /** Why the call is not let in, or empty when it is. */
    Optional<Reply> refusal(ApiCall call) {
        if (call.route() == Route.TOKEN) {
            return Optional.empty();
        }
        return refusalOfToken(call).or(() -> refusalOfCustomer(call));
    }

    private Optional<Reply> refusalOfToken(ApiCall call) {
        Tokens.Verdict verdict = bearer(call.headers()).map(tokens::judge).orElseGet(Tokens.Verdict.NotIssuedHere::new);
        return switch (verdict) {
            case Tokens.Verdict.Good(Caller caller)
            when caller == Caller.APP_ONLY && call.route().demandsUser() ->
                Optional.of(
                        Reply.refused(403, "900329", "This resource does not support tokens of an application alone."));
            case Tokens.Verdict.Good _ -> Optional.empty();
            case Tokens.Verdict.Expired _ -> unauthorized("400", "Access is denied: the token has expired.");
            case Tokens.Verdict.WrongAudience _ -> unauthorized("900420", "The token was issued for another audience.");
            case Tokens.Verdict.NotIssuedHere _ ->
                unauthorized("800001", "There is no valid partner token in the request.");
        };
    }

    private Optional<Reply> refusalOfCustomer(ApiCall call) {
        if (!call.route().namesOneCustomer()) {
            return Optional.empty();
        }
        Optional<UUID> id = call.customerId();
        if (id.isEmpty()) {
            return Optional.of(Reply.refused(400, "900118", "The customer id is not valid."));
        }
        if (world.find(id.get()).isEmpty()) {
            return Optional.of(Reply.refused(404, "60003", "The tenant was not found."));
        }
        if (!world.hasRelationship(id.get())) {
            return Optional.of(Reply.refused(
                    403,
                    "20002",
                    "There is no commerce relationship between partner " + partner + " and customer " + id.get()
                            + "."));
        }
        return Optional.empty();
    }

    private static Optional<Reply> unauthorized(String code, String description) {
        return Optional.of(Reply.refused(401, code, description)
                .with("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:{PartnerCenterSimulator}"));
    }

    private static Optional<String> bearer(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
