package dev.purser.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * A running simulator. It listens on the loopback address only and is thrown away with all it knows when closed, except
 * for what it was told to {@linkplain SimulatorSettings#withMemory remember}. It is ready to answer as soon as
 * {@link #start} returns.
 */
public final class PartnerCenterSimulator implements AutoCloseable {

    private final Vertx vertx;
    private final Memory memory;
    private final Tokens tokens;
    private final World world;
    private final Faults faults = new Faults();
    private final Journal journal;
    private final SignIn signIn;
    private final Switches switches;
    private final Router router;
    private final Listener listener;

    private PartnerCenterSimulator(SimulatorSettings settings) {
        this.journal = new Journal(settings.clock());
        this.memory = settings.memory().map(Memory::in).orElseGet(Memory::none);
        this.world = new World(
                WorldMaker.customers(settings.seed(), settings.worldSize()), journal, memory, settings.clock());
        this.tokens = new Tokens(settings);
        this.signIn = new SignIn(settings, tokens);
        this.switches = new Switches(settings.behaviour());
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.router = Router.router(vertx);
        this.listener = new Listener(vertx, router);
    }

    /**
     * Begins with the customers of the seed, and with what the memory holds of them.
     *
     * @throws IllegalStateException when the port is not free, or a line of the memory cannot be understood
     * @throws UncheckedIOException when the memory cannot be read or written
     */
    public static PartnerCenterSimulator start(SimulatorSettings settings) {
        PartnerCenterSimulator simulator = new PartnerCenterSimulator(settings);
        try {
            simulator.listen(settings);
        } catch (IllegalStateException | UncheckedIOException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    private void listen(SimulatorSettings settings) {
        TokenEndpoint tokenEndpoint = new TokenEndpoint(settings, tokens, signIn, this::baseUrl);
        signIn.addTo(router);
        Links links = new Links(switches, this::baseUrl);
        Resources resources = new Resources(settings, switches, world, journal, tokenEndpoint, links);
        Play play = new Play(vertx, settings, switches, world, this::refuseConnections);
        Admission admission = new Admission(tokens, world, settings.tenantId());
        new PartnerCenterApi(vertx, settings, switches, journal, faults, admission, resources, play).addTo(router);
        new ControlApi(world, faults, journal, tokens, switches, this::refuseConnections).addTo(router);
        listener.listen(settings.port());
        answerOnce();
    }

    /** The first answer of a fresh process takes long, and would look like a fault to whoever asks for it. */
    private void answerOnce() {
        try (InputStream answer =
                URI.create(baseUrl() + "/simulator/switches").toURL().openStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator does not answer", e);
        }
    }

    /** Where the API is, without a slash at its end: {@code http://127.0.0.1:port}. */
    public URI baseUrl() {
        return URI.create("http://" + Listener.LOOPBACK + ":" + listener.port());
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

    /** How the service behaves; they can be changed at any time. */
    public Switches switches() {
        return switches;
    }

    /** The page where people consent, and how refresh tokens are treated. */
    public SignIn signIn() {
        return signIn;
    }

    /** Every access token handed out so far is answered with 401 from now on; refresh tokens stay valid. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Closes every connection; for so long nobody listens on the port, not even for the control addresses. */
    public void refuseConnections(Duration time) {
        listener.refuse(time);
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        try (memory) {
            Listener.await(vertx.close());
        }
    }
}
