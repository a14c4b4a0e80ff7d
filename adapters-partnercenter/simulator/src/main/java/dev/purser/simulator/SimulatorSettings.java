package dev.purser.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Everything that makes one simulator differ from another.
 *
 * @param port 0 takes any free one
 * @param seed the same seed makes the same customers
 * @param worldSize number of customers; the first ones are the {@link KnownCustomers}
 * @param tenantId the partner's tenant, named in the token address
 * @param clientId the partner's registered application
 * @param clientSecret its secret
 * @param refreshToken the first one that is accepted; those handed out later, by this or an earlier simulator with the
 *     same secret, are accepted too
 * @param tokenLifetime of an access token, at least a second
 * @param pageSize most items in a page, whatever is asked for, 1 to 500
 * @param clock for token expiry, {@code Date}, billing periods and the journal
 * @param latency of undisturbed answers
 * @param byteOrderMark of API answers
 * @param nextLinks form of the links
 */
public record SimulatorSettings(
        int port,
        long seed,
        int worldSize,
        UUID tenantId,
        UUID clientId,
        String clientSecret,
        String refreshToken,
        Duration tokenLifetime,
        int pageSize,
        InstantSource clock,
        Latency latency,
        ByteOrderMark byteOrderMark,
        NextLinks nextLinks) {

    private static final int LARGEST_PAGE = 500;

    public SimulatorSettings {
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
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to 500 items, not " + pageSize);
        }
    }

    /** Any free port, 300 customers, tokens for an hour, pages of 500, no latency. */
    public static SimulatorSettings standard() {
        return new SimulatorSettings(
                0,
                20_260_618L,
                300,
                UUID.fromString("5b0f6c1e-7d2a-4c39-9a41-0e8d6f3b2a17"),
                UUID.fromString("a4c81f27-0b9e-4f65-8d13-62e7c5b0934d"),
                "simulated-client-secret",
                "simulated-refresh-token",
                Duration.ofHours(1),
                LARGEST_PAGE,
                InstantSource.system(),
                Latency.none(),
                ByteOrderMark.ABSENT,
                NextLinks.WITHOUT_VERSION);
    }

    public SimulatorSettings withPort(int port) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withSeed(long seed) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withWorldSize(int worldSize) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withTenantId(UUID tenantId) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withClientId(UUID clientId) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withClientSecret(String clientSecret) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withRefreshToken(String refreshToken) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withTokenLifetime(Duration tokenLifetime) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withPageSize(int pageSize) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withClock(InstantSource clock) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withLatency(Latency latency) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withByteOrderMark(ByteOrderMark byteOrderMark) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    public SimulatorSettings withNextLinks(NextLinks nextLinks) {
        return new SimulatorSettings(
                port,
                seed,
                worldSize,
                tenantId,
                clientId,
                clientSecret,
                refreshToken,
                tokenLifetime,
                pageSize,
                clock,
                latency,
                byteOrderMark,
                nextLinks);
    }

    /** Without the two secrets. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=%d, seed=%d, worldSize=%d, tenantId=%s, clientId=%s]"
                .formatted(port, seed, worldSize, tenantId, clientId);
    }
}
