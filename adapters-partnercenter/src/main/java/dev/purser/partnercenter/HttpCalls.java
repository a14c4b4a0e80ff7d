package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.HttpOutcome.Answered;
import dev.purser.partnercenter.HttpOutcome.HeldBack;
import dev.purser.partnercenter.HttpOutcome.NoAnswer;
import dev.purser.partnercenter.HttpOutcome.NotSent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** The connections of one account. Each call is made once: not repeated, not redirected, not pipelined. */
final class HttpCalls {

    /**
     * Front ends close a connection that was idle for one to four minutes. Ours are dropped long before, so that a budget
     * seldom leaves on a connection that is being closed at the other end, and then counts as unknown.
     */
    private static final int KEEP_ALIVE_SECONDS = 20;

    /** More calls at a time than a node's worker, jobs and "read again" make for one account; Microsoft throttles far below. */
    private static final int MOST_CONNECTIONS = 16;

    /** Entra's and Azure's gateways add long policy headers to errors; twice the usual 8 KiB. */
    private static final int LONGEST_HEADERS = 16 << 10;

    /** How long requests to Microsoft took, by account, method and what came of them: a status, or why there is none. */
    static final String METER = "purser.microsoft.requests";

    private final HttpClient client;
    private final TimeLimits limits;
    private final AccountName account;
    private final MeterRegistry meters;

    HttpCalls(AccountName account, Vertx vertx, TimeLimits limits, MeterRegistry meters) {
        this.account = account;
        this.limits = limits;
        this.meters = meters;
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setPipelining(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
        this.client = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS))
                // A call's outcome tells what broke it; that idle connections end is nothing to report.
                .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
                .build();
    }

    /** A call that may be sent at any time. */
    HttpOutcome make(HttpCall call) {
        return make(call, limits);
    }

    /** A call that may be sent at any time, within limits of its own. */
    HttpOutcome make(HttpCall call, TimeLimits limits) {
        return make(call, () -> true, limits);
    }

    /**
     * Makes the call and waits for its outcome.
     *
     * @param permission asked once, when the connection is open and right before the first byte; not to block
     */
    HttpOutcome make(HttpCall call, BooleanSupplier permission) {
        return make(call, permission, limits);
    }

    private HttpOutcome make(HttpCall call, BooleanSupplier permission, TimeLimits limits) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("Partner Center is called from a thread that must not wait");
        }
        var begun = Timer.start(meters);
        var outcome = made(new Attempt(call, permission, limits), call);
        begun.stop(Timer.builder(METER)
                .description("Requests to Microsoft by status of the answer")
                .tags("account", account.value(), "method", call.method().name(), "answer", told(outcome))
                .register(meters));
        return outcome;
    }

    private HttpOutcome made(Attempt attempt, HttpCall call) {
        try {
            client.request(options(call)).onComplete(attempt::depart, attempt::couldNotConnect);
        } catch (IllegalStateException | RejectedExecutionException closed) {
            return new HttpOutcome.NotSent(new Trouble(Trouble.Kind.PORTAL_STOPPED, Attempt.words(closed)));
        }
        return switch (attempt.await()) {
            case Answered answer -> PackedBody.unpacked(answer, call.longestAnswer());
            case HttpOutcome other -> other;
        };
    }

    private static String told(HttpOutcome outcome) {
        return switch (outcome) {
            case Answered answer -> Integer.toString(answer.status());
            case NotSent notSent -> "not sent";
            case HeldBack heldBack -> "held back";
            case NoAnswer noAnswer -> "none";
        };
    }

    private RequestOptions options(HttpCall call) {
        var encrypted = "https".equals(call.address().getScheme());
        var port = portOf(call.address());
        var options = new RequestOptions()
                .setMethod(call.method())
                .setSsl(encrypted)
                .setHost(call.address().getHost())
                .setPort(port)
                .setServer(SocketAddress.inetSocketAddress(
                        port, withoutBrackets(call.address().getHost())))
                .setURI(pathAndQuery(call.address()))
                .setFollowRedirects(false)
                .setConnectTimeout(limits.connect().toMillis());
        call.headers().forEach(options::putHeader);
        return options;
    }

    static int portOf(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String pathAndQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
