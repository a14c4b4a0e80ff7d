package dev.purser.domain.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people who have signed in. Names and addresses are kept encrypted and apart from the history, so that they can be erased. */
public interface People {

    /** More names than these help nobody. */
    int ASKED_AT_MOST = 3;

    /**
     * The person behind a sign-in, remembered at their first one; name, address and roles follow the identity provider. A
     * new sign-in with a privileged role is an entry of the history. Who was invited and comes for the first time is the
     * one who was invited, with what was granted to them, and an entry says so.
     *
     * @param roles those they signed in with
     * @param signedInAt when the identity provider authenticated them
     * @return empty when the session is no longer valid, because it began before the person signed out or was signed out
     */
    Optional<PersonId> recognise(Identity identity, Set<Role> roles, Instant signedInAt);

    /**
     * Whom that person can ask: the names of those from the same issuer whose newest sign-in, in the last 90 days, came with
     * the role of an administrator; who signed in last comes first, and never more than {@value #ASKED_AT_MOST}.
     */
    List<String> administrators(PersonId asking);

    /** Ends all sessions of the person that began until now. */
    void endSessions(PersonId person);

    /**
     * Who they are at the identity provider.
     *
     * @param issuer of the identity; with the subject the key of the person
     * @param address an e-mail address, shown where names are alike; empty if the provider tells none
     * @param vouched what else the provider vouches for, by which they may have been invited
     */
    record Identity(String issuer, String subject, String name, String address, Set<Invitee> vouched) {

        public Identity {
            vouched = Set.copyOf(vouched);
        }

        /** An identity of which the provider vouches for the subject alone. */
        public Identity(String issuer, String subject, String name, String address) {
            this(issuer, subject, name, address, Set.of());
        }
    }
}
