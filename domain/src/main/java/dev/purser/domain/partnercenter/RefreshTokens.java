package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The newest refresh token of each account. Microsoft hands out another one whenever one is used; it is kept here, so that
 * it outlives every node, and only one node at a time uses it.
 *
 * <p>Tokens form chains. The setting of an account begins one; a changed setting begins another, so that nodes with the old
 * and the new setting do not disturb each other while they are being replaced. What {@code ./purser connect} brings takes
 * the place of every chain that exists then, the one of the present setting included; a setting that changes later wins
 * again. Without a setting the connected one counts.
 *
 * <p>Every method is a transaction of its own, and none is open while Microsoft is asked. They throw an unchecked exception
 * while the database cannot be reached.
 */
public interface RefreshTokens {

    /**
     * How long a turn lasts: longer than a token endpoint is waited for (connect 5 s, answer 30 s), so that nobody else
     * uses the same token while its answer may still come.
     */
    Duration LONGEST_TURN = Duration.ofSeconds(60);

    /**
     * How long the chain of a replaced setting is left alone. Whoever still has that setting takes turns day by day, so
     * that nobody has it any more after as long as this; who brings it back begins its chain anew.
     */
    Duration LONGEST_REPLACEMENT = Duration.ofDays(7);

    /** Whether there is a token that can be used. */
    boolean has(Registration registration);

    /** The newest token and the right to use it, for {@link #LONGEST_TURN} at most. */
    Turn take(Registration registration);

    /**
     * Keeps the successor of the token that was lent, and ends the turn. It is kept even if the turn has lapsed, unless the
     * chain has gone on since. As its predecessor has just proven good, chains of other settings are forgotten of which
     * nobody has taken a turn for {@link #LONGEST_REPLACEMENT}.
     */
    Kept keep(Turn.Yours turn, String successor);

    /** Ends a turn that has brought no successor. One that has lapsed is let be. */
    void release(Turn.Yours turn);

    /** Keeps a token that somebody has just consented to, in the place of all others, and writes the entry that says so. */
    void connect(Registration registration, String token, Connected how);

    /**
     * Whose tokens.
     *
     * @param tenant of the partner: an id or a domain
     * @param application its client id
     * @param setting the token in the settings, if there is one
     */
    record Registration(AccountName account, String tenant, String application, Optional<String> setting) {

        public Registration {
            tenant = tenant.toLowerCase(Locale.ROOT);
            application = application.toLowerCase(Locale.ROOT);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Registration[account=" + account + ", tenant=" + tenant + ", application=" + application + "]";
        }
    }

    /** What asking for a turn came to. */
    sealed interface Turn {

        /**
         * The newest token is yours to use.
         *
         * @param origin the chain
         * @param version how many tokens the chain has had; a successor is kept only if it is still that many
         * @param lease tells this turn from every other
         */
        record Yours(Registration registration, String origin, long version, String lease, String token)
                implements Turn {

            /** Without the secret. */
            @Override
            public String toString() {
                return "Yours[registration=" + registration + ", version=" + version + "]";
            }
        }

        /** Somebody else is using it, and will soon have kept its successor. */
        record TakenByOthers() implements Turn {}

        /** There is none. */
        record None() implements Turn {}
    }

    /** What became of a successor. */
    enum Kept {
        /** It is the newest. */
        AS_NEWEST,
        /** A newer one was kept or connected meanwhile, and this one is not needed. */
        NOT_NEEDED
    }

    /**
     * How an account was connected.
     *
     * @param who signed in at Microsoft, where Microsoft says
     * @param factor whether with a second factor, as far as Microsoft says
     */
    record Connected(Optional<PersonId> who, SecondFactor factor) {}

    /** Whether somebody signed in with a second factor. */
    enum SecondFactor {
        USED("yes"),
        NOT_USED("no"),
        NOT_TOLD("unknown");

        private final String key;

        SecondFactor(String key) {
            this.key = key;
        }

        /** As written in entries. */
        public String key() {
            return key;
        }
    }
}
