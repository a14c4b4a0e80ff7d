package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One account's way to Partner Center: its HTTP connections and its tokens. */
final class Connection {

    private static final System.Logger LOG = System.getLogger(PartnerCenter.class.getName());

    private final PartnerCenterAccount account;
    private final ApiAddress address;
    private final HttpCalls calls;
    private final Pauses pauses;
    private final TimeLimits limits;
    private final Map<Credential, Tokens> tokens = new EnumMap<>(Credential.class);

    Connection(PartnerCenterAccount account, Vertx vertx, TimeLimits limits, InstantSource clock, Pauses pauses) {
        this.account = account;
        this.address = new ApiAddress(account.baseUrl());
        this.calls = new HttpCalls(vertx, limits);
        this.pauses = pauses;
        this.limits = limits;
        for (var credential : Credential.values()) {
            tokens.put(credential, new Tokens(new TokenEndpoint(account, credential, calls, clock, pauses), clock));
        }
    }

    PartnerCenterAccount account() {
        return account;
    }

    ApiAddress address() {
        return address;
    }

    HttpCalls calls() {
        return calls;
    }

    Pauses pauses() {
        return pauses;
    }

    Tokens tokens(Credential credential) {
        return Optional.ofNullable(tokens.get(credential)).orElseThrow();
    }

    /** Asks, and tells operators what did not come of it. */
    <T> Reading<T> get(Question<T> question) {
        var reading = new Asking<>(this, question, limits).reading();
        switch (reading) {
            case Reading.Read<T> read -> {}
            case Reading.Refused<T>(var refusal) when refusal.kind() == Refusal.Kind.NO_USAGE -> {}
            case Reading.Refused<T>(var refusal) ->
                LOG.log(
                        Level.WARNING,
                        "Microsoft refused {0}: {1} {2} {3} (correlation {4})",
                        question.address(),
                        refusal.status(),
                        refusal.code().orElse(""),
                        refusal.words(),
                        refusal.correlation());
            case Reading.Throttled<T>(var pause, var correlation) ->
                LOG.log(Level.WARNING, "Microsoft asks to wait {0} (correlation {1})", pause, correlation);
            case Reading.Unavailable<T>(var trouble, var correlation) ->
                LOG.log(
                        Level.WARNING,
                        "No answer to {0}: {1} {2} (correlation {3})",
                        question.address(),
                        trouble.kind().key(),
                        trouble.detail(),
                        correlation);
        }
        return reading;
    }
}
