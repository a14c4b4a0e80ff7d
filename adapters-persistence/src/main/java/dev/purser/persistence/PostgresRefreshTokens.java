package dev.purser.persistence;

import dev.purser.domain.partnercenter.AccountEntries;
import dev.purser.domain.partnercenter.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.jboss.logging.Logger;

/**
 * Refresh tokens in PostgreSQL, encrypted. Each method is one short transaction; PostgreSQL's clock says when a turn has
 * lapsed.
 */
@ApplicationScoped
public class PostgresRefreshTokens implements RefreshTokens {

    private static final Logger LOG = Logger.getLogger(PostgresRefreshTokens.class);

    /** No fingerprint looks like it. */
    private static final String CONNECTED = "connected";

    private static final String ROW =
            " account = :account and tenant = :tenant and application = :application and origin = :origin";

    private final Session entities;
    private final Vault vault;
    private final EntryLog history;

    PostgresRefreshTokens(Session entities, Vault vault, EntryLog history) {
        this.entities = entities;
        this.vault = vault;
        this.history = history;
    }

    @Override
    @Transactional
    public boolean has(Registration registration) {
        return registration.setting().isPresent()
                || stored(registration, CONNECTED)
                        .filter(locked -> unlocked(registration, locked).isPresent())
                        .isPresent();
    }

    @Override
    @Transactional
    public Turn take(Registration registration) {
        var origin = registration.setting().map(setting -> begin(registration, setting));
        return origin.flatMap(chain -> take(registration, chain))
                .orElseGet(() -> take(registration, CONNECTED).orElseGet(Turn.None::new));
    }

    /** The chain of a setting, which begins when the setting is seen for the first time. */
    private String begin(Registration registration, String setting) {
        var origin = vault.fingerprint(bytes(setting));
        about(registration, origin, entities.createNativeMutationQuery("""
                        insert into refresh_token (account, tenant, application, origin, token, version)
                        values (:account, :tenant, :application, :origin, :token, 1)
                        on conflict do nothing"""))
                .setParameter("token", lock(registration, origin, setting))
                .executeUpdate();
        return origin;
    }

    /** Empty where the chain has given its place to a connected one, or never was. */
    private Optional<Turn> take(Registration registration, String origin) {
        var lease = UUID.randomUUID();
        var lent = about(
                        registration,
                        origin,
                        entities.createNativeQuery(
                                "update refresh_token set lease = :lease, used_at = clock_timestamp(),"
                                        + " held_until = clock_timestamp() + make_interval(secs => :seconds) where"
                                        + ROW
                                        + " and token is not null"
                                        + " and (held_until is null or held_until <= clock_timestamp())"
                                        + " returning token, version",
                                Tuple.class))
                .setParameter("lease", lease)
                .setParameter("seconds", (double) LONGEST_TURN.toSeconds())
                .getResultList()
                .stream()
                .findFirst();
        if (lent.isEmpty()) {
            return stored(registration, origin).map(_ -> new Turn.TakenByOthers());
        }
        var locked = new Locked(origin, lent.get().get("token", byte[].class));
        var version = lent.get().get("version", Number.class).longValue();
        var token = unlocked(registration, locked);
        if (token.isEmpty()) {
            end(registration, origin, lease);
            return Optional.of(new Turn.None());
        }
        return Optional.of(new Turn.Yours(registration, origin, version, lease.toString(), token.get()));
    }

    /** A token as it is stored. */
    private record Locked(String origin, byte[] bytes) {}

    private Optional<Locked> stored(Registration registration, String origin) {
        return about(
                        registration,
                        origin,
                        entities.createNativeQuery(
                                        "select token from refresh_token where" + ROW + " and token is not null",
                                        Tuple.class)
                                .addScalar("token", byte[].class))
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Locked(origin, row.get("token", byte[].class)));
    }

    /** What was stored with another secret is lost, and as good as none. */
    private Optional<String> unlocked(Registration registration, Locked locked) {
        try {
            return Optional.of(new String(
                    vault.unlock(locked.bytes(), place(registration, locked.origin())), StandardCharsets.UTF_8));
        } catch (IllegalStateException unreadable) {
            LOG.warnf(
                    "The refresh token of the account %s is lost. %s. Run ./purser connect %s",
                    registration.account(), unreadable.getMessage(), registration.account());
            return Optional.empty();
        }
    }

    @Override
    @Transactional
    public Kept keep(Turn.Yours turn, String successor) {
        var kept = about(
                        turn.registration(),
                        turn.origin(),
                        entities.createNativeMutationQuery(
                                "update refresh_token set token = :token, version = version + 1,"
                                        + " changed_at = clock_timestamp(),"
                                        // Another's turn goes on; it will find that the chain has gone on.
                                        + " held_until = case when lease = :lease then null else held_until end,"
                                        + " lease = case when lease = :lease then null else lease end where" + ROW
                                        + " and version = :version and token is not null"))
                .setParameter("token", lock(turn.registration(), turn.origin(), successor))
                .setParameter("lease", UUID.fromString(turn.lease()))
                .setParameter("version", turn.version())
                .executeUpdate();
        if (kept == 0) {
            return Kept.NOT_NEEDED;
        }
        forgetReplaced(turn);
        return Kept.AS_NEWEST;
    }

    /** One that has given its place to a connected token holds none, and remembers that it has. */
    private void forgetReplaced(Turn.Yours by) {
        about(by.registration(), by.origin(), entities.createNativeMutationQuery("""
                        delete from refresh_token
                        where account = :account and tenant = :tenant and application = :application
                        and origin not in (:origin, :connected) and token is not null
                        and used_at < clock_timestamp() - make_interval(secs => :seconds)"""))
                .setParameter("connected", CONNECTED)
                .setParameter("seconds", (double) LONGEST_REPLACEMENT.toSeconds())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void release(Turn.Yours turn) {
        end(turn.registration(), turn.origin(), UUID.fromString(turn.lease()));
    }

    private void end(Registration registration, String origin, UUID lease) {
        about(
                        registration,
                        origin,
                        entities.createNativeMutationQuery(
                                "update refresh_token set lease = null, held_until = null where" + ROW
                                        + " and lease = :lease"))
                .setParameter("lease", lease)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void connect(Registration registration, String token, Connected how) {
        registration.setting().ifPresent(setting -> begin(registration, setting));
        about(registration, CONNECTED, entities.createNativeMutationQuery("""
                        update refresh_token
                        set token = null, lease = null, held_until = null, changed_at = clock_timestamp()
                        where account = :account and tenant = :tenant and application = :application
                        and origin <> :origin""")).executeUpdate();
        about(registration, CONNECTED, entities.createNativeMutationQuery("""
                        insert into refresh_token as known (account, tenant, application, origin, token, version)
                        values (:account, :tenant, :application, :origin, :token, 1)
                        on conflict (account, tenant, application, origin) do update
                        set token = excluded.token, version = known.version + 1, lease = null, held_until = null,
                            changed_at = clock_timestamp()"""))
                .setParameter("token", lock(registration, CONNECTED, token))
                .executeUpdate();
        history.write(AccountEntries.connected(registration, how), DatabaseClock.now(entities));
    }

    private static <Q extends CommonQueryContract> Q about(Registration registration, String origin, Q query) {
        query.setParameter("account", registration.account().value())
                .setParameter("tenant", registration.tenant())
                .setParameter("application", registration.application())
                .setParameter("origin", origin);
        return query;
    }

    private byte[] lock(Registration registration, String origin, String token) {
        return vault.lock(bytes(token), place(registration, origin));
    }

    /** The application comes last, for it alone may hold a slash. */
    private static String place(Registration registration, String origin) {
        return String.join(
                "/",
                List.of(
                        "refresh-token",
                        registration.account().value(),
                        registration.tenant(),
                        origin,
                        registration.application()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
