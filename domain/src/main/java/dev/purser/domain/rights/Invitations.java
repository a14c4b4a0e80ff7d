package dev.purser.domain.rights;

import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.PersonId;

/**
 * People who were invited and have not come yet. A change and its entries are one transaction. Every method throws an
 * unchecked exception while the database cannot be reached.
 */
public interface Invitations {

    /** Invites somebody whom that issuer will sign in. The same invitation twice is one, with one entry. */
    Invitation invite(PersonId by, Issuer issuer, Invitee invitee);

    /** Takes an invitation back, with all customers that were granted to it. */
    Withdrawal withdraw(PersonId by, PersonId person);

    /** Ends all sessions of the person that began until now. */
    Ending endSessions(PersonId by, PersonId person);

    /** What an invitation came to. */
    sealed interface Invitation {

        record Invited(PersonId person, long entry) implements Invitation {}

        /** They are invited already: nothing was written. */
        record Already(PersonId person) implements Invitation {}

        /** They have signed in already and need no invitation: nothing was written. */
        record Known(PersonId person) implements Invitation {}
    }

    /** What became of an invitation that was to be taken back. */
    sealed interface Withdrawal {

        record Withdrawn(long entry) implements Withdrawal {}

        /** They have come meanwhile: what they hold can be taken, but they are not invited any more. */
        record Accepted() implements Withdrawal {}

        /** There is none, or it was withdrawn before. */
        record NotInvited() implements Withdrawal {}
    }

    /** What ending sessions came to. */
    sealed interface Ending {

        record Ended(long entry) implements Ending {}

        /** They have never signed in, or are not known at all. */
        record NoSession() implements Ending {}
    }
}
