package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import dev.purser.partnercenter.TokenOutcome.Granted;
import dev.purser.partnercenter.TokenOutcome.Refused;
import dev.purser.partnercenter.TokenOutcome.Throttled;
import dev.purser.partnercenter.TokenOutcome.Unavailable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One account's way to Partner Center: its HTTP connections and its tokens. */
final class Connection {

    private static final System.Logger LOG = System.getLogger(PartnerCenter.class.getName());

    private final PartnerCenterAccount account;
    private final ApiAddress address;
    private final HttpCalls calls;
    private final Pauses pauses;
    private final Map<Credential, Tokens> tokens = new EnumMap<>(Credential.class);

    Connection(PartnerCenterAccount account, Vertx vertx, TimeLimits limits, InstantSource clock, Pauses pauses) {
        this.account = account;
        this.address = new ApiAddress(account.baseUrl());
        this.calls = new HttpCalls(vertx, limits);
        this.pauses = pauses;
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

    /**
     * Asks once. Only when Microsoft does not accept the token is one renewed and the question asked a second time; it is
     * never asked a third time.
     */
    <T> Reading<T> get(Question<T> question) {
        var reading = get(question, _ -> get(question, Reading.Refused::new));
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

    private <T> Reading<T> get(Question<T> question, Function<Refusal, Reading<T>> unauthorized) {
        var correlation = UUID.randomUUID();
        return switch (tokens(question.credential()).get(correlation)) {
            case Granted(var token) -> get(question, token, correlation, unauthorized);
            case Refused(var refusal) -> new Reading.Refused<>(refusal);
            case Throttled(var pause) -> new Reading.Throttled<>(pause, correlation);
            case Unavailable(var trouble) -> new Reading.Unavailable<>(trouble, correlation);
        };
    }

    private <T> Reading<T> get(
            Question<T> question, Token token, UUID correlation, Function<Refusal, Reading<T>> unauthorized) {
        var headers = ApiHeaders.of(token, UUID.randomUUID(), correlation);
        question.continuation().ifPresent(text -> headers.put(ApiHeaders.CONTINUATION, text));
        var call =
                new HttpCall(HttpMethod.GET, question.address(), headers, Optional.empty(), question.longestAnswer());
        return switch (calls.make(call)) {
            case Answered answer
            when answer.status() == 401 -> {
                tokens(question.credential()).discard(token);
                yield unauthorized.apply(Fault.of(answer).refusal(correlation));
            }
            case Answered answer -> reading(question, answer, correlation);
            case NotSent(var trouble) -> new Reading.Unavailable<>(trouble, correlation);
            case NoAnswer(var trouble) -> new Reading.Unavailable<>(trouble, correlation);
            case HeldBack _ -> throw new IllegalStateException("A question has no fence");
        };
    }

    private <T> Reading<T> reading(Question<T> question, Answered answer, UUID correlation) {
        if (answer.succeeded()) {
            try {
                return new Reading.Read<>(question.reader().read(answer.body()), correlation);
            } catch (UnreadableAnswer unreadable) {
                return new Reading.Unavailable<>(unreadable.trouble(answer.status()), correlation);
            }
        }
        if (answer.status() == 429) {
            return new Reading.Throttled<>(pauses.askedFor(answer), correlation);
        }
        var fault = Fault.of(answer);
        // 408 is the one 4xx that refuses nothing: the service waited for us, or for itself.
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408
                ? new Reading.Refused<>(fault.refusal(correlation))
                : new Reading.Unavailable<>(fault.trouble(), correlation);
    }
}
