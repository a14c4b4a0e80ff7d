package dev.purser.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A running simulator. It listens on the loopback address only and is thrown away with all it knows when closed, except
 * for what it was told to {@linkplain SimulatorSettings#withMemory remember}. It is ready to answer as soon as
 * {@link #start} returns.
 */
public final class PartnerCenterSimulator implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration LONGEST_START_OR_STOP = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final HttpServer server;
    private final Tokens tokens;
    private final Memory memory;
    private final World world;
    private final Faults faults;
    private final Journal journal;

    private PartnerCenterSimulator(
            Vertx vertx, HttpServer server, Tokens tokens, Memory memory, World world, Faults faults, Journal journal) {
        this.vertx = vertx;
        this.server = server;
        this.tokens = tokens;
        this.memory = memory;
        this.world = world;
        this.faults = faults;
        this.journal = journal;
    }

    /**
     * Begins with the customers of the seed, and with what the memory holds of them.
     *
     * @throws IllegalStateException when the port is not free, or a line of the memory cannot be understood
     * @throws UncheckedIOException when the memory cannot be read or written
     */
    public static PartnerCenterSimulator start(SimulatorSettings settings) {
        Journal journal = new Journal(settings.clock());
        Memory memory = settings.memory().map(Memory::in).orElseGet(Memory::none);
        World world = new World(WorldMaker.customers(settings.seed(), settings.worldSize()), journal, memory);
        Faults faults = new Faults();
        Tokens tokens = new Tokens(settings);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        // HTTP/1.1 only, where one connection carries one exchange: closing it breaks that exchange and no other.
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(settings.port())
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(64 * 1024));
        Router router = Router.router(vertx);
        PartnerCenterSimulator simulator =
                new PartnerCenterSimulator(vertx, server, tokens, memory, world, faults, journal);
        // The simulator's own address is an accepted audience, and is known only once it listens.
        TokenEndpoint tokenEndpoint = new TokenEndpoint(settings, tokens, simulator::baseUrl);
        Play play = new Play(vertx, settings);
        new ControlApi(world, faults, journal, tokens).addTo(router);
        new PartnerCenterApi(settings, world, journal, faults, tokens, tokenEndpoint, play).addTo(router);
        simulator.listen(router, settings.port());
        return simulator;
    }

    private void listen(Router router, int port) {
        try {
            await(server.requestHandler(router).listen());
        } catch (CompletionException e) {
            close();
            throw new IllegalStateException("cannot listen on " + LOOPBACK + ":" + port, e);
        }
    }

    /** Where the API is, without a slash at its end: {@code http://127.0.0.1:port}. */
    public URI baseUrl() {
        return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
    }

    /** Where tokens are issued: {@code http://127.0.0.1:port/login}. */
    public URI authority() {
        return URI.create(baseUrl() + "/login");
    }

    public World world() {
        return world;
    }

    public Faults faults() {
        return faults;
    }

    public Journal journal() {
        return journal;
    }

    /** Every access token handed out so far is answered with 401 from now on; refresh tokens stay valid. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        try (memory) {
            await(vertx.close());
        }
    }

    private static void await(Future<?> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONGEST_START_OR_STOP.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
