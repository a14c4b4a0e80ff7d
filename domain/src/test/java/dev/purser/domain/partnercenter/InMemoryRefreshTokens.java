package dev.purser.domain.partnercenter;

import dev.purser.domain.history.WrittenEntries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Refresh tokens in memory. */
public final class InMemoryRefreshTokens implements RefreshTokens {

    private static final String CONNECTED = "connected";

    private record Key(Registration registration, String origin) {}

    /** A token that is empty has given its place to a connected one. */
    private record Newest(
            Optional<String> token, long version, Optional<String> lease, Instant heldUntil, Instant usedAt) {

        Newest free() {
            return new Newest(token, version, Optional.empty(), Instant.MIN, usedAt);
        }
    }

    private final Map<Key, Newest> chains = new HashMap<>();
    private final InstantSource clock;
    private final WrittenEntries entries;

    public InMemoryRefreshTokens(InstantSource clock, WrittenEntries entries) {
        this.clock = clock;
        this.entries = entries;
    }

    @Override
    public synchronized boolean has(Registration registration) {
        return registration.setting().isPresent() || chains.containsKey(key(registration, CONNECTED));
    }

    @Override
    public synchronized Turn take(Registration registration) {
        var origin = registration
                .setting()
                .map(setting -> begin(registration, setting))
                .orElse(CONNECTED);
        var key = key(registration, origin);
        var newest = chains.get(key);
        if (newest == null) {
            return new Turn.None();
        }
        if (newest.lease().isPresent() && clock.instant().isBefore(newest.heldUntil())) {
            return new Turn.TakenByOthers();
        }
        var lease = UUID.randomUUID().toString();
        chains.put(
                key,
                new Newest(
                        newest.token(),
                        newest.version(),
                        Optional.of(lease),
                        clock.instant().plus(LONGEST_TURN),
                        clock.instant()));
        return new Turn.Yours(
                registration, origin, newest.version(), lease, newest.token().orElseThrow());
    }

    /** The chain that counts for a setting. */
    private String begin(Registration registration, String setting) {
        var chain = chains.computeIfAbsent(
                key(registration, setting),
                unknown -> new Newest(Optional.of(setting), 1, Optional.empty(), Instant.MIN, clock.instant()));
        return chain.token().isPresent() ? setting : CONNECTED;
    }

    @Override
    public synchronized Kept keep(Turn.Yours turn, String successor) {
        var key = key(turn.registration(), turn.origin());
        var newest = chains.get(key);
        if (newest == null || newest.token().isEmpty() || newest.version() != turn.version()) {
            return Kept.NOT_NEEDED;
        }
        var next = new Newest(
                Optional.of(successor), newest.version() + 1, newest.lease(), newest.heldUntil(), newest.usedAt());
        chains.put(key, newest.lease().filter(turn.lease()::equals).isPresent() ? next.free() : next);
        forgetReplaced(key);
        return Kept.AS_NEWEST;
    }

    private void forgetReplaced(Key by) {
        var before = clock.instant().minus(LONGEST_REPLACEMENT);
        chains.entrySet()
                .removeIf(chain -> chain.getKey().registration().equals(by.registration())
                        && !chain.getKey().origin().equals(by.origin())
                        && !chain.getKey().origin().equals(CONNECTED)
                        && chain.getValue().token().isPresent()
                        && chain.getValue().usedAt().isBefore(before));
    }

    @Override
    public synchronized void release(Turn.Yours turn) {
        chains.computeIfPresent(
                key(turn.registration(), turn.origin()),
                (key, newest) -> newest.lease().filter(turn.lease()::equals).isPresent() ? newest.free() : newest);
    }

    @Override
    public synchronized void connect(Registration registration, String token, Connected how) {
        registration.setting().ifPresent(setting -> begin(registration, setting));
        var connected = key(registration, CONNECTED);
        var version =
                Optional.ofNullable(chains.get(connected)).map(Newest::version).orElse(0L);
        chains.replaceAll((key, newest) -> key.registration().equals(connected.registration())
                ? new Newest(Optional.empty(), newest.version(), Optional.empty(), Instant.MIN, newest.usedAt())
                : newest);
        chains.put(
                connected, new Newest(Optional.of(token), version + 1, Optional.empty(), Instant.MIN, clock.instant()));
        entries.write(AccountEntries.connected(registration, how), clock.instant());
    }

    private static Key key(Registration registration, String origin) {
        return new Key(
                new Registration(
                        registration.account(), registration.tenant(), registration.application(), Optional.empty()),
                origin);
    }
}
