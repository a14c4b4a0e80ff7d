package dev.purser.domain.history;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The history as it is read. Writing happens only together with the state that an entry tells of. */
public interface History {

    /** The newest entries first. */
    Page page(Reader reader, Query query);

    /** The entry, if the reader may see it. */
    Optional<Surrounded> find(Reader reader, long id);

    /** Everything that was said of one change, oldest first. */
    List<Entry> ofChange(Reader reader, UUID change);

    /**
     * The customers that an entry about rights tells of, by name, if the reader may see it. Who is not known any more has no
     * name.
     */
    List<Concerned> customersOf(Reader reader, long entry);

    /** Everybody who appears in the entries that the reader may see and can still be named, by name. */
    List<Named> people(Reader reader);

    /**
     * Which entries.
     *
     * @param text part of a customer's name, domain, tenant id, a reason, ticket, or any id; empty for all
     * @param who pseudonym of a person, who did it or whose rights it tells of
     * @param customer that it tells of, alone or among others
     * @param from included
     * @param until not included
     * @param detail all steps, or only what each change has come to
     * @param before only entries older than this id: the next page
     * @param after only entries newer than this id: the previous page
     */
    record Query(
            String text,
            Optional<String> who,
            Optional<CustomerId> customer,
            Set<EntryKind> kinds,
            Optional<Instant> from,
            Optional<Instant> until,
            Detail detail,
            OptionalLong before,
            OptionalLong after,
            int size) {}

    /** How much of each change is listed. */
    enum Detail {
        /** The newest entry of each change. */
        OUTCOMES,
        /** Every step of each change. */
        STEPS
    }

    /** @param total entries that match, on all pages */
    record Page(List<Entry> entries, long total, OptionalLong older, OptionalLong newer) {}

    /** An entry with its neighbours that the reader may see, and how many its stream has. */
    record Surrounded(Entry entry, OptionalLong earlier, OptionalLong later, long streamLength) {}

    record Concerned(CustomerId customer, String name) {}

    record Named(String pseudonym, String name) {}
}
