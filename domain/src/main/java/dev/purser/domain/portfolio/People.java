package dev.purser.domain.portfolio;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The people who have signed in. Names and addresses are kept encrypted and apart from the history, so that they can be erased. */
public interface People {

    /**
     * The person behind a sign-in, remembered at their first one; name and address follow the identity provider. A new
     * sign-in with a privileged role is an entry of the history.
     *
     * @param roles those they signed in with
     * @param signedInAt when the identity provider authenticated them
     * @return empty when the session is no longer valid, because it began before the person signed out or was signed out
     */
    Optional<PersonId> recognise(Identity identity, Set<Role> roles, Instant signedInAt);

    /** Ends all sessions of the person that began until now. */
    void endSessions(PersonId person);

    /**
     * Who they are at the identity provider.
     *
     * @param issuer of the identity; with the subject the key of the person
     * @param address an e-mail address, shown where names are alike; empty if the provider tells none
     */
    record Identity(String issuer, String subject, String name, String address) {}
}
