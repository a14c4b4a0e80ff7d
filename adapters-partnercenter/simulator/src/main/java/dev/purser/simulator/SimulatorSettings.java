package dev.purser.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything that makes one simulator differ from another. Each {@code with…} answers changed settings of its own. */
public final class SimulatorSettings implements Cloneable {

    // Assigned in a copy that nobody has seen yet, and nowhere else: see changed.
    private int port = 0;
    private long seed = 20_260_618L;
    private int worldSize = 300;
    private UUID tenantId = UUID.fromString("5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17");
    private UUID clientId = UUID.fromString("a4c81f27-0b9e-4f65-8d13-62e7c5b0934d");
    private String clientSecret = "simulated-client-secret";
    private String refreshToken = "simulated-refresh-token";
    private Duration tokenLifetime = Duration.ofHours(1);
    private InstantSource clock = InstantSource.system();
    private Behaviour behaviour = Behaviour.documented();
    private Optional<Path> memory = Optional.empty();

    private SimulatorSettings() {}

    /** Any free port, 300 customers, tokens for an hour, pages of 500, no latency, no memory. */
    public static SimulatorSettings standard() {
        return new SimulatorSettings();
    }

    private SimulatorSettings changed(Consumer<SimulatorSettings> change) {
        SimulatorSettings copy = clone();
        change.accept(copy);
        copy.refuseNonsense();
        return copy;
    }

    // Copies every field, also one that is added later; a copying constructor can forget one.
    @Override
    protected SimulatorSettings clone() {
        try {
            return (SimulatorSettings) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("settings are Cloneable", e);
        }
    }

    private void refuseNonsense() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (worldSize < 1) {
            throw new IllegalArgumentException("a world without customers: " + worldSize);
        }
        if (clientSecret.isBlank() || refreshToken.isBlank()) {
            throw new IllegalArgumentException("client secret and refresh token must not be blank");
        }
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("tokens live at least a second, not " + tokenLifetime);
        }
    }

    /** 0 takes any free one. */
    public int port() {
        return port;
    }

    public SimulatorSettings withPort(int port) {
        return changed(copy -> copy.port = port);
    }

    /** The same seed makes the same customers. */
    public long seed() {
        return seed;
    }

    public SimulatorSettings withSeed(long seed) {
        return changed(copy -> copy.seed = seed);
    }

    /** Number of customers; the first ones are the {@link KnownCustomers}. */
    public int worldSize() {
        return worldSize;
    }

    public SimulatorSettings withWorldSize(int worldSize) {
        return changed(copy -> copy.worldSize = worldSize);
    }

    /** The partner's tenant, named in the token address. */
    public UUID tenantId() {
        return tenantId;
    }

    public SimulatorSettings withTenantId(UUID tenantId) {
        return changed(copy -> copy.tenantId = tenantId);
    }

    /** The partner's registered application. */
    public UUID clientId() {
        return clientId;
    }

    public SimulatorSettings withClientId(UUID clientId) {
        return changed(copy -> copy.clientId = clientId);
    }

    /** The registered application's secret. */
    public String clientSecret() {
        return clientSecret;
    }

    public SimulatorSettings withClientSecret(String clientSecret) {
        return changed(copy -> copy.clientSecret = clientSecret);
    }

    /**
     * The first one that is accepted; those handed out later, by this or an earlier simulator with the same secret, are
     * accepted too.
     */
    public String refreshToken() {
        return refreshToken;
    }

    public SimulatorSettings withRefreshToken(String refreshToken) {
        return changed(copy -> copy.refreshToken = refreshToken);
    }

    /** Of an access token, at least a second. */
    public Duration tokenLifetime() {
        return tokenLifetime;
    }

    public SimulatorSettings withTokenLifetime(Duration tokenLifetime) {
        return changed(copy -> copy.tokenLifetime = tokenLifetime);
    }

    /** How the service behaves at first; {@link PartnerCenterSimulator#switches} change it later. */
    public Behaviour behaviour() {
        return behaviour;
    }

    public SimulatorSettings withBehaviour(Behaviour behaviour) {
        return changed(copy -> copy.behaviour = behaviour);
    }

    /** Most items in a page, whatever is asked for, 1 to 500. */
    public SimulatorSettings withPageSize(int pageSize) {
        return withBehaviour(behaviour.withPageSize(pageSize));
    }

    /** For token expiry, {@code Date}, billing periods and the journal. */
    public InstantSource clock() {
        return clock;
    }

    public SimulatorSettings withClock(InstantSource clock) {
        return changed(copy -> copy.clock = clock);
    }

    /** Of every answer. */
    public SimulatorSettings withLatency(Latency latency) {
        return withBehaviour(behaviour.withLatency(latency));
    }

    /** Of every API answer, or of none. */
    public SimulatorSettings withByteOrderMark(ByteOrderMark byteOrderMark) {
        return withBehaviour(behaviour.withByteOrderMark(byteOrderMark.routes()));
    }

    /** Form of the links. */
    public SimulatorSettings withNextLinks(NextLinks nextLinks) {
        return withBehaviour(behaviour.withNextLinks(nextLinks));
    }

    /** Where budgets and relationships outlive the simulator; empty when they do not. */
    public Optional<Path> memory() {
        return memory;
    }

    /**
     * Keeps every budget that takes effect, and every relationship that ends or is resumed, in this file, so that the
     * next simulator with the same file and the same seed begins with them. The file is made when it is missing; its
     * folder must be there. What is remembered of customers that the next world lacks is passed over. The journal, the
     * faults and the tokens begin anew.
     */
    public SimulatorSettings withMemory(Path memory) {
        return changed(copy -> copy.memory = Optional.of(memory));
    }

    /** Without the two secrets. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=%d, seed=%d, worldSize=%d, tenantId=%s, clientId=%s]"
                .formatted(port, seed, worldSize, tenantId, clientId);
    }
}
