package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One account's way to Partner Center: its HTTP connections and its tokens. */
final class Connection {

    private static final System.Logger LOG = System.getLogger(PartnerCenter.class.getName());

    private final PartnerCenterAccount account;
    private final ApiAddress address;
    private final HttpCalls calls;
    private final Pauses pauses;
    private final TimeLimits limits;
    private final TokenEndpoint tokenEndpoint;
    private final UserTokens userTokens;
    private final Map<Credential, Tokens> tokens = new EnumMap<>(Credential.class);

    Connection(
            PartnerCenterAccount account,
            Vertx vertx,
            TimeLimits limits,
            InstantSource clock,
            LongSupplier nanos,
            Pauses pauses,
            RefreshTokens refreshTokens,
            MeterRegistry meters) {
        this.account = account;
        this.address = new ApiAddress(account.baseUrl());
        this.calls = new HttpCalls(account.name(), vertx, limits, meters);
        this.pauses = pauses;
        this.limits = limits;
        this.tokenEndpoint = new TokenEndpoint(account, calls, clock, nanos, pauses);
        this.userTokens = new UserTokens(account.registration(), refreshTokens, tokenEndpoint);
        tokens.put(
                Credential.APPLICATION,
                new Tokens(correlation -> tokenEndpoint
                        .ask(new Grant.ClientCredentials(), correlation)
                        .outcome()));
        tokens.put(Credential.APPLICATION_AND_USER, new Tokens(userTokens));
    }

    TokenEndpoint tokenEndpoint() {
        return tokenEndpoint;
    }

    UserTokens userTokens() {
        return userTokens;
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
