package dev.purser.domain.rights;

import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Invitations.Ending;
import dev.purser.domain.rights.Invitations.Invitation;
import dev.purser.domain.rights.Invitations.Withdrawal;

/** An administrator invites people, takes invitations back, and ends sessions. */
public final class AdmitPeople {

    private final Invitations invitations;
    private final Grants grants;

    public AdmitPeople(Invitations invitations, Grants grants) {
        this.invitations = invitations;
        this.grants = grants;
    }

    /** What an administrator's wish came to. */
    public sealed interface Result<T> {

        record Done<T>(T outcome) implements Result<T> {}

        /** What was typed is nothing of that kind, or people of that issuer cannot be invited by it. */
        record Unusable<T>() implements Result<T> {}

        record NoSuchPerson<T>() implements Result<T> {}

        /** Only administrators do that. */
        record NotPermitted<T>() implements Result<T> {}
    }

    /**
     * Invites somebody.
     *
     * @param issuer who will sign them in
     * @param typed by what they are known, as somebody has written it
     */
    public Result<Invitation> invite(Actor actor, Issuer issuer, Invitee.Kind kind, String typed) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return new Result.NotPermitted<>();
        }
        return Invitee.of(kind, typed)
                .filter(invitee -> issuer.invitesBy().contains(invitee.kind()))
                .map(invitee -> invitations.invite(actor.person(), issuer, invitee))
                .<Result<Invitation>>map(Result.Done::new)
                .orElseGet(Result.Unusable::new);
    }

    public Result<Withdrawal> withdraw(Actor actor, PersonId person) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return new Result.NotPermitted<>();
        }
        return grants.find(actor.person(), person)
                .<Result<Withdrawal>>map(holder -> new Result.Done<>(invitations.withdraw(actor.person(), holder.id())))
                .orElseGet(Result.NoSuchPerson::new);
    }

    public Result<Ending> endSessions(Actor actor, PersonId person) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return new Result.NotPermitted<>();
        }
        return grants.find(actor.person(), person)
                .<Result<Ending>>map(holder -> new Result.Done<>(invitations.endSessions(actor.person(), holder.id())))
                .orElseGet(Result.NoSuchPerson::new);
    }
}
