package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One account's way to Partner Center: its HTTP connections and its tokens. */
final class Connection {

    private static final Logger LOG = Logger.getLogger(PartnerCenter.class);

    private static final String ACCOUNT = "account";
    private static final String CORRELATION = "correlation";

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
                warn(
                        refusal.correlation(),
                        "Microsoft refused %s: %s %s %s",
                        question.address().getPath(),
                        refusal.status(),
                        refusal.code().orElse(""),
                        refusal.words());
            case Reading.Throttled<T>(var pause, var correlation) ->
                warn(correlation, "Microsoft asks to wait %s", pause);
            case Reading.Unavailable<T>(var trouble, var correlation) ->
                warn(
                        correlation,
                        "No answer to %s: %s %s",
                        question.address().getPath(),
                        trouble.kind().key(),
                        trouble.detail());
        }
        return reading;
    }

    /** With the id that Microsoft's support asks for: in the text for people, and as a field for logs that are searched. */
    private void warn(UUID correlation, String what, Object... parts) {
        MDC.put(ACCOUNT, account.name().value());
        MDC.put(CORRELATION, correlation.toString());
        try {
            LOG.warnf("%s (correlation %s)", what.formatted(parts), correlation);
        } finally {
            MDC.remove(ACCOUNT);
            MDC.remove(CORRELATION);
        }
    }
}
