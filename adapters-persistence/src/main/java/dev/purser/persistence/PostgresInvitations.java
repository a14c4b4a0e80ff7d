package dev.purser.persistence;

import dev.purser.domain.history.Draft;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.rights.Grants.Order;
import dev.purser.domain.rights.Invitations;
import dev.purser.domain.rights.Issuer;
import dev.purser.domain.rights.RightsEntries;
import dev.purser.domain.rights.Selection;
import dev.purser.domain.rights.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Invitations in PostgreSQL: people who have not come yet, found by a fingerprint of what they were invited by. */
@ApplicationScoped
public class PostgresInvitations implements Invitations {

    private final Session entities;
    private final Vault vault;
    private final Pseudonyms pseudonyms;
    private final Portfolio portfolio;
    private final People people;
    private final EntryLog history;

    PostgresInvitations(
            Session entities,
            Vault vault,
            Pseudonyms pseudonyms,
            Portfolio portfolio,
            People people,
            EntryLog history) {
        this.entities = entities;
        this.vault = vault;
        this.pseudonyms = pseudonyms;
        this.portfolio = portfolio;
        this.people = people;
        this.history = history;
    }

    @Override
    @Transactional
    public Invitation invite(PersonId by, Issuer issuer, Invitee invitee) {
        var row = row(issuer, invitee);
        var person = new PersonId(row.id);
        if (row.signedInAt != null) {
            return new Invitation.Known(person);
        }
        if (row.invitedAt != null && row.withdrawnAt == null && row.name != null) {
            return new Invitation.Already(person);
        }
        row.invitedAs = invitee.kind().key();
        row.invitedAt = DatabaseClock.now(entities);
        row.withdrawnAt = null;
        pseudonyms.name(row, invitee.value(), issuer.value() + "\n" + invitee.value());
        return new Invitation.Invited(
                person, write(RightsEntries.invited(by, portfolio.pseudonym(row), invitee.kind())));
    }

    /** The one who is invited, locked; there is one row, however many invite them at once. */
    private PersonRow row(Issuer issuer, Invitee invitee) {
        @Nullable String subject = invitee.kind() == Invitee.Kind.SUBJECT ? invitee.value() : null;
        @Nullable String invitation = subject == null ? vault.fingerprint(invitee) : null;
        entities.createNativeMutationQuery("""
                        insert into person (id, issuer, subject, invitation)
                        values (:id, :issuer, cast(:subject as text), cast(:invitation as text)) on conflict do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("issuer", issuer.value())
                .setParameter("subject", subject, String.class)
                .setParameter("invitation", invitation, String.class)
                .executeUpdate();
        var row = entities.createQuery(
                        "from PersonRow p where p.issuer = :issuer and p."
                                + (subject == null ? "invitation" : "subject") + " = :known",
                        PersonRow.class)
                .setParameter("issuer", issuer.value())
                .setParameter("known", subject == null ? invitation : subject)
                .getSingleResult();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    @Override
    @Transactional
    public Withdrawal withdraw(PersonId by, PersonId person) {
        var found = portfolio.lock(person);
        if (found.isEmpty()) {
            return new Withdrawal.NotInvited();
        }
        var row = found.get();
        if (row.signedInAt != null) {
            return new Withdrawal.Accepted();
        }
        var held = portfolio.held(row);
        portfolio.write(new Order(by, person, Sharing.TAKE, new Selection.These(held.keySet()), ""), row, held);
        row.withdrawnAt = DatabaseClock.now(entities);
        return new Withdrawal.Withdrawn(write(RightsEntries.withdrawn(by, portfolio.pseudonym(row))));
    }

    @Override
    @Transactional
    public Ending endSessions(PersonId by, PersonId person) {
        var row = portfolio.lock(person).filter(known -> known.signedInAt != null);
        if (row.isEmpty()) {
            return new Ending.NoSession();
        }
        people.endSessions(person);
        return new Ending.Ended(write(RightsEntries.sessionsEnded(by, portfolio.pseudonym(row.get()))));
    }

    private long write(Draft draft) {
        entities.flush();
        return history.write(draft, DatabaseClock.now(entities));
    }
}
