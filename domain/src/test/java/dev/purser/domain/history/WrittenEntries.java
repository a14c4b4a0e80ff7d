package dev.purser.domain.history;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.portfolio.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The entries of a history in memory, written by the fakes of the ports that keep state. */
public final class WrittenEntries {

    /**
     * An entry as written.
     *
     * @param facts everything that its canonical bytes say, by name
     */
    public record Written(Stream stream, long number, EntryKind kind, Map<String, String> facts, byte[] canonical) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final List<Written> entries = new ArrayList<>();
    private final Map<Stream, Long> lastNumbers = new HashMap<>();
    private final Map<PersonId, String> pseudonyms = new HashMap<>();

    /** Writes an entry under the next number of its stream. */
    public synchronized void write(Draft draft, Instant at) {
        var number = lastNumbers.merge(draft.stream(), 1L, Long::sum);
        var pseudonym = draft.who().map(this::pseudonym);
        var facts = new TreeMap<>(draft.facts().texts());
        facts.put("format", Draft.FORMAT);
        facts.put("kind", draft.kind().key());
        facts.put("stream", draft.stream().key());
        facts.put("number", Long.toString(number));
        facts.put("time", TIME.format(at));
        pseudonym.ifPresent(who -> facts.put("who", who));
        entries.add(new Written(draft.stream(), number, draft.kind(), facts, draft.canonical(number, at, pseudonym)));
    }

    /** How entries name the person. */
    public synchronized String pseudonym(PersonId person) {
        return pseudonyms.computeIfAbsent(
                person, unknown -> ForeignText.sha256(UUID.randomUUID().toString()));
    }

    /** All entries in the order in which they were written. */
    public synchronized List<Written> all() {
        return List.copyOf(entries);
    }

    public synchronized List<Written> of(CustomerId customer) {
        var stream = new Stream.OfCustomer(customer);
        return entries.stream().filter(entry -> entry.stream().equals(stream)).toList();
    }

    /** The kinds of the customer's entries, which tell its story in short. */
    public List<EntryKind> kinds(CustomerId customer) {
        return of(customer).stream().map(Written::kind).toList();
    }

    public Optional<Written> last(CustomerId customer) {
        var all = of(customer);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
