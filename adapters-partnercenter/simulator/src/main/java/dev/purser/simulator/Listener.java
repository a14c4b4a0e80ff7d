package dev.purser.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The port, which can be shut for a while. */
final class Listener {

    static final String LOOPBACK = "127.0.0.1";

    private static final System.Logger LOG = System.getLogger(Listener.class.getName());
    private static final Duration LONGEST_START_OR_STOP = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Router router;
    private Optional<HttpServer> server = Optional.empty();
    private volatile int port;

    Listener(Vertx vertx, Router router) {
        this.vertx = vertx;
        this.router = router;
    }

    /**
     * @param wanted 0 takes any free one
     * @throws IllegalStateException when the port is not free
     */
    void listen(int wanted) {
        try {
            HttpServer listening = await(open(wanted));
            port = listening.actualPort();
            listensAgain(listening);
        } catch (CompletionException e) {
            throw new IllegalStateException("cannot listen on " + LOOPBACK + ":" + wanted, e);
        }
    }

    int port() {
        return port;
    }

    private Future<HttpServer> open(int onPort) {
        // HTTP/1.1 only, where one connection carries one exchange: closing it breaks that exchange and no other.
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost(LOOPBACK)
                        .setPort(onPort)
                        .setHttp2ClearTextEnabled(false)
                        .setAcceptBacklog(1024)
                        .setMaxHeaderSize(64 * 1024))
                .requestHandler(router)
                .listen();
    }

    /** Closes every connection and listens again after this time; what is asked for meanwhile changes nothing. */
    synchronized void refuse(Duration time) {
        server.ifPresent(listening -> {
            server = Optional.empty();
            listening
                    .close()
                    .onFailure(failure -> LOG.log(System.Logger.Level.ERROR, "cannot stop listening", failure));
            vertx.setTimer(
                    Math.max(1, time.toMillis()),
                    _ -> open(port)
                            .onSuccess(this::listensAgain)
                            .onFailure(failure -> LOG.log(System.Logger.Level.ERROR, "cannot listen again", failure)));
        });
    }

    private synchronized void listensAgain(HttpServer listening) {
        server = Optional.of(listening);
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONGEST_START_OR_STOP.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
