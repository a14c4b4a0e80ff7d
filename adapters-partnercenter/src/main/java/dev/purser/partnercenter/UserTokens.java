package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.RefreshTokens;
import dev.purser.domain.partnercenter.RefreshTokens.Kept;
import dev.purser.domain.partnercenter.RefreshTokens.Registration;
import dev.purser.domain.partnercenter.RefreshTokens.Turn;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.TokenOutcome.Granted;
import dev.purser.partnercenter.TokenOutcome.Refused;
import dev.purser.partnercenter.TokenOutcome.Throttled;
import dev.purser.partnercenter.TokenOutcome.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an application and a user, bought with the account's newest refresh token, which one node uses at a time.
 *
 * <p>A successor that cannot be kept, because the database is away, is held on to and offered again until it is kept.
 * What no order of steps can mend: where Microsoft takes each refresh token only once, a node that is killed between its
 * answer and the keeping has taken the successor with it, and somebody must connect the account again.
 */
final class UserTokens implements Tokens.Source, AutoCloseable {

    private static final Logger LOG = System.getLogger(UserTokens.class.getName());

    /** Others keep what they got within a second; whoever waits longer would only keep a page waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PACE = Duration.ofMillis(100);

    /** Until a successor that could not be kept is offered again. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** A successor that waits to be kept, and who lent its predecessor. */
    private record Unkept(Turn.Yours turn, String successor) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Unkept[turn=" + turn + "]";
        }
    }

    private final Registration registration;
    private final RefreshTokens refreshTokens;
    private final TokenEndpoint endpoint;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Unkept unkept;
    private @Nullable Thread keeper;

    UserTokens(Registration registration, RefreshTokens refreshTokens, TokenEndpoint endpoint) {
        this.registration = registration;
        this.refreshTokens = refreshTokens;
        this.endpoint = endpoint;
    }

    /** Whether a user has consented. While nobody can tell, asking for a token says why. */
    boolean exist() {
        try {
            return refreshTokens.has(registration);
        } catch (RuntimeException unreachable) {
            LOG.log(Level.WARNING, "No refresh token can be read: " + registration, unreachable);
            return true;
        }
    }

    @Override
    public TokenOutcome ask(UUID correlation) {
        try {
            offerUnkept();
            return switch (turn()) {
                case Turn.Yours yours -> redeem(yours, correlation);
                case Turn.TakenByOthers _ -> unavailable("another node is renewing it");
                case Turn.None _ -> unavailable("there is no refresh token");
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unavailable(new Trouble(Trouble.Kind.PORTAL_STOPPED, "token: interrupted"));
        } catch (RuntimeException unreachable) {
            LOG.log(Level.WARNING, "No refresh token can be read: " + registration, unreachable);
            return unavailable("the database with the refresh token cannot be reached");
        }
    }

    private static TokenOutcome unavailable(String why) {
        return new Unavailable(new Trouble(Trouble.Kind.NOT_REACHED, "token: " + why));
    }

    private Turn turn() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var turn = refreshTokens.take(registration);
        while (turn instanceof Turn.TakenByOthers && System.nanoTime() - end < 0) {
            Thread.sleep(PACE);
            turn = refreshTokens.take(registration);
        }
        return turn;
    }

    private TokenOutcome redeem(Turn.Yours turn, UUID correlation) {
        return switch (use(turn, correlation)) {
            case Refused refused ->
                newerThan(turn).map(newer -> use(newer, correlation)).orElse(refused);
            case Granted granted -> granted;
            case Throttled throttled -> throttled;
            case Unavailable unavailable -> unavailable;
        };
    }

    /** Whoever was too slow for their turn may have kept a successor of the token that was just refused. */
    private Optional<Turn.Yours> newerThan(Turn.Yours refused) {
        if (!(refreshTokens.take(registration) instanceof Turn.Yours newest)) {
            return Optional.empty();
        }
        if (newest.token().equals(refused.token())) {
            refreshTokens.release(newest);
            return Optional.empty();
        }
        return Optional.of(newest);
    }

    private TokenOutcome use(Turn.Yours turn, UUID correlation) {
        Optional<String> successor = Optional.empty();
        try {
            var answer = endpoint.ask(new Grant.RefreshToken(turn.token()), correlation);
            successor = answer.refreshToken();
            return answer.outcome();
        } finally {
            successor.ifPresentOrElse(token -> keep(new Unkept(turn, token)), () -> release(turn));
        }
    }

    private void keep(Unkept fresh) {
        lock.lock();
        try {
            unkept = fresh;
            offerUnkept();
        } catch (RuntimeException unreachable) {
            LOG.log(
                    Level.WARNING,
                    "A refresh token could not be kept, and is held on to: " + registration,
                    unreachable);
            if (keeper == null) {
                keeper = Thread.ofVirtual()
                        .name("keep-refresh-token-" + registration.account())
                        .start(this::keepOffering);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing waits to be kept afterwards, or the database cannot be reached, which is thrown. */
    private void offerUnkept() {
        lock.lock();
        try {
            if (unkept != null) {
                var kept = refreshTokens.keep(unkept.turn(), unkept.successor());
                LOG.log(Level.DEBUG, "Refresh token {0}: {1}", kept == Kept.AS_NEWEST ? "kept" : "not needed", unkept);
                unkept = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void keepOffering() {
        try {
            while (!isKept()) {
                Thread.sleep(REST);
            }
            LOG.log(Level.INFO, "The refresh token that was held on to is kept: {0}", registration);
        } catch (InterruptedException stopped) {
            LOG.log(Level.DEBUG, "The portal stops: {0}", registration);
        }
    }

    private boolean isKept() {
        lock.lock();
        try {
            offerUnkept();
            keeper = null;
            return true;
        } catch (RuntimeException unreachable) {
            LOG.log(Level.DEBUG, "A refresh token still could not be kept: " + registration, unreachable);
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void release(Turn.Yours turn) {
        try {
            refreshTokens.release(turn);
        } catch (RuntimeException unreachable) {
            LOG.log(Level.WARNING, "A turn could not be ended, and lapses: " + registration, unreachable);
        }
    }

    /** Offers a last time what is not kept yet. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (keeper != null) {
                keeper.interrupt();
            }
            offerUnkept();
        } catch (RuntimeException unreachable) {
            LOG.log(
                    Level.ERROR,
                    "A refresh token is lost: run ./purser connect " + registration.account(),
                    unreachable);
        } finally {
            lock.unlock();
        }
    }
}
