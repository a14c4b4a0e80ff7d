package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Facts;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.RightsEntries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;

/** People in PostgreSQL: one row each, with everything that could name them encrypted. */
@ApplicationScoped
public class PostgresPeople implements People {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final Set<Role> PRIVILEGED = Set.of(Role.AUDITOR, Role.ADMINISTRATOR);

    private final Session entities;
    private final StatelessSession reading;
    private final Vault vault;
    private final PersonNames names;
    private final Pseudonyms pseudonyms;
    private final EntryLog history;

    PostgresPeople(
            Session entities,
            StatelessSession reading,
            Vault vault,
            PersonNames names,
            Pseudonyms pseudonyms,
            EntryLog history) {
        this.entities = entities;
        this.reading = reading;
        this.vault = vault;
        this.names = names;
        this.pseudonyms = pseudonyms;
        this.history = history;
    }

    @Override
    public Optional<PersonId> recognise(Identity identity, Set<Role> roles, Instant at) {
        // As the database keeps times: else each request would seem to come from a newer sign-in than the stored one.
        var signedInAt = at.truncatedTo(ChronoUnit.MICROS);
        // Asked with every request, and almost always without anything to write.
        var row = find(reading, identity)
                .filter(known -> !known.admits(signedInAt) || remembered(known, identity, roles, signedInAt))
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> remember(identity, roles, signedInAt)));
        return row.admits(signedInAt) ? Optional.of(new PersonId(row.id)) : Optional.empty();
    }

    @Override
    public List<String> administrators(PersonId asking) {
        return reading
                .createQuery("""
                        from PersonRow p where p.issuer = (select a.issuer from PersonRow a where a.id = :asking)
                        and p.name is not null and p.signedInAt > :since
                        and concat(' ', p.roles, ' ') like :administrator
                        order by p.signedInAt desc""", PersonRow.class)
                .setParameter("asking", asking.value())
                .setParameter("since", DatabaseClock.now(reading).minus(LATELY))
                .setParameter("administrator", "% " + Role.ADMINISTRATOR.claim() + " %")
                .setMaxResults(ASKED_AT_MOST)
                .getResultList()
                .stream()
                .map(names::name)
                .toList();
    }

    @Override
    @Transactional
    public void endSessions(PersonId person) {
        // Identity providers tell the moment of a sign-in in whole seconds. The next second begins a new session.
        entities.createNativeMutationQuery("""
                        update person set sessions_valid_from = date_trunc('second', clock_timestamp()) + interval '1 second'
                        where id = :id""")
                .setParameter("id", person.value())
                .executeUpdate();
    }

    /**
     * The person whom Microsoft's activity records name, remembered like one of ours but apart from them, in the caller's
     * transaction.
     *
     * @param name as the record writes them
     */
    PersonId author(AccountName account, String name) {
        // What Microsoft names them by is their address, which must not be readable here.
        var subject = vault.fingerprint(bytes(account + "\n" + name.toLowerCase(Locale.ROOT)));
        var identity = new Identity("partner-center:" + account, subject, name, "");
        invite(identity);
        var row = find(entities, identity).orElseThrow();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        acquaint(row, identity);
        entities.flush();
        return new PersonId(row.id);
    }

    private static Optional<PersonRow> find(SharedSessionContract session, Identity identity) {
        return session
                .createQuery("from PersonRow p where p.issuer = :issuer and p.subject = :subject", PersonRow.class)
                .setParameter("issuer", identity.issuer())
                .setParameter("subject", identity.subject())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What an older session says of the person is no news. */
    private boolean remembered(PersonRow row, Identity identity, Set<Role> roles, Instant signedInAt) {
        return row.pseudonym != null
                && row.signedInAt != null
                && !signedInAt.isAfter(row.signedInAt)
                && (signedInAt.isBefore(row.signedInAt)
                        || (claims(roles).equals(row.roles)
                                && identity.name().equals(names.name(row))
                                && identity.address().equals(names.address(row))));
    }

    private PersonRow remember(Identity identity, Set<Role> roles, Instant signedInAt) {
        meet(identity);
        var row = find(entities, identity).orElseThrow();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        if (!row.admits(signedInAt) || remembered(row, identity, roles, signedInAt)) {
            return row;
        }
        acquaint(row, identity);
        row.roles = claims(roles);
        welcome(row);
        if (row.signedInAt == null || signedInAt.isAfter(row.signedInAt)) {
            row.signedInAt = signedInAt;
            entities.flush();
            noteSignIn(row, roles);
        }
        return row;
    }

    /** Whoever was invited comes as the one who was invited, at their first sign-in alone. */
    private void meet(Identity identity) {
        if (find(entities, identity).isEmpty() && !identity.vouched().isEmpty()) {
            entities.createNativeMutationQuery("""
                            update person set subject = :subject where id = (
                                select id from person
                                where issuer = :issuer and subject is null and withdrawn_at is null
                                and invitation in (:vouched) order by invited_at limit 1 for update)""")
                    .setParameter("subject", identity.subject())
                    .setParameter("issuer", identity.issuer())
                    .setParameter(
                            "vouched",
                            identity.vouched().stream().map(vault::fingerprint).toList())
                    .executeUpdate();
        }
        invite(identity);
    }

    private void acquaint(PersonRow row, Identity identity) {
        pseudonyms.name(row, identity.name(), identity.issuer() + "\n" + identity.subject());
        row.address = vault.lock(bytes(identity.address()), row.place("address"));
    }

    private void welcome(PersonRow row) {
        var kind = Optional.ofNullable(row.invitedAs).flatMap(Invitee.Kind::of);
        if (row.signedInAt == null && row.withdrawnAt == null && kind.isPresent()) {
            entities.flush();
            history.write(RightsEntries.accepted(new PersonId(row.id), kind.get()), DatabaseClock.now(entities));
        }
        row.withdrawnAt = null;
    }

    private static String claims(Set<Role> roles) {
        return roles.stream().map(Role::claim).sorted().collect(Collectors.joining(" "));
    }

    private void noteSignIn(PersonRow row, Set<Role> roles) {
        var privileged = roles.stream()
                .filter(PRIVILEGED::contains)
                .map(Role::claim)
                .sorted()
                .collect(Collectors.joining(" "));
        if (!privileged.isEmpty()) {
            history.write(
                    new Draft(
                            EntryKind.SIGNED_IN,
                            new Stream.OfPortal(),
                            Optional.of(new PersonId(row.id)),
                            Facts.none().and("role", privileged)),
                    DatabaseClock.now(entities));
        }
    }

    /** Two requests of a new person can arrive at once; the second finds what the first has written. */
    private void invite(Identity identity) {
        entities.createNativeMutationQuery("""
                        insert into person (id, issuer, subject) values (:id, :issuer, :subject)
                        on conflict (issuer, subject) do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("issuer", identity.issuer())
                .setParameter("subject", identity.subject())
                .executeUpdate();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
