package dev.purser.persistence;

import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.PersonId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Where entries are added to the history, by those who write the state they tell of, in the same transaction. */
@ApplicationScoped
class EntryLog {

    private final StatelessSession rows;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<EntryKind, Counter> written;

    /** @param meters where the entries that this node has committed are counted, as {@code purser.entries} by kind */
    EntryLog(StatelessSession rows, TransactionSynchronizationRegistry transaction, MeterRegistry meters) {
        this.rows = rows;
        this.transaction = transaction;
        // All of them from the start on: a meter that appears with its first entry tells of no increase.
        this.written = Arrays.stream(EntryKind.values())
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> Counter.builder("purser.entries")
                                .description("Entries of the history that this node has written, by what they tell of")
                                .tag("kind", kind.key())
                                .register(meters)));
    }

    /**
     * Writes an entry in the caller's transaction, and answers its id. The person it tells of has to be in the database by
     * now.
     */
    long write(Draft draft, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var stream = draft.stream().key();
        var change = Optional.ofNullable(draft.facts().texts().get("change")).map(UUID::fromString);
        var place = place(stream, draft.who());
        var pseudonym = draft.who()
                .map(person -> place.pseudonym()
                        .or(() -> change.flatMap(this::pseudonymOfAsker))
                        .orElseThrow(() -> new IllegalStateException("Nobody has the id " + person)));
        var canonical = draft.canonical(place.number(), at, pseudonym);
        var row = new EntryRow(stream, place.number(), draft.kind().key(), at, canonical, Draft.hash(canonical));
        project(draft, row);
        row.change = change.orElse(null);
        row.who = pseudonym.orElse(null);
        rows.insert(row);
        count(draft.kind());
        return Objects.requireNonNull(row.id, "Ids are given with the insert");
    }

    private void count(EntryKind kind) {
        var counter = Objects.requireNonNull(written.get(kind));
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is certain yet.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    counter.increment();
                }
            }
        });
    }

    /** @param pseudonym of the person; empty where nobody is named, or once they were erased */
    private record Place(long number, Optional<String> pseudonym) {}

    /** Holds the counter's row until the transaction ends, so that no number is left out and none is given twice. */
    private Place place(String stream, Optional<PersonId> person) {
        var found = rows.createNativeQuery("""
                                with counted as (
                                    insert into entry_stream as counter (stream, last_number) values (:stream, 1)
                                    on conflict (stream) do update set last_number = counter.last_number + 1
                                    returning last_number)
                                select last_number, (select pseudonym from person where id = :person) as pseudonym
                                from counted""", Tuple.class)
                .addScalar("last_number", Long.class)
                .addScalar("pseudonym", String.class)
                .setParameter("stream", stream)
                .setParameter("person", person.map(PersonId::value).orElse(null), UUID.class)
                .getSingleResult();
        return new Place(
                found.get("last_number", Long.class), Optional.ofNullable(found.get("pseudonym", String.class)));
    }

    /** A change goes on after the person who asked for it was erased, under the pseudonym that it began with. */
    private Optional<String> pseudonymOfAsker(UUID change) {
        return rows
                .createQuery(
                        "select e.who from EntryRow e where e.change = :change and e.who is not null order by e.id",
                        String.class)
                .setParameter("change", change)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static void project(Draft draft, EntryRow row) {
        switch (draft.stream()) {
            case Stream.OfCustomer(var customer) -> {
                row.account = customer.account().value();
                row.tenant = customer.tenant();
            }
            case Stream.OfAccount(var account) -> row.account = account.value();
            case Stream.OfPortal portal -> row.account = null;
        }
        project(draft.facts().texts(), row);
    }

    private static void project(Map<String, String> facts, EntryRow row) {
        row.customerName = facts.get("customerName");
        row.beforeAmount = amount(facts.get("before"));
        row.afterAmount = amount(facts.get("after"));
        row.currency = facts.get("currency");
        row.reason = facts.get("reason");
        row.ticket = facts.get("ticket");
        row.about = facts.get("person");
    }

    private static @Nullable BigDecimal amount(@Nullable String written) {
        return written == null || written.equals("not set") ? null : new BigDecimal(written);
    }
}
