package dev.purser.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.ForeignText;
import dev.purser.domain.history.History;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;

/** The history as it is read from PostgreSQL. */
@ApplicationScoped
public class PostgresHistory implements History {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final String ENTRY = "entry";

    /** Entries as {@code e}, with those who did them and those whom they are about. */
    private static final String SELECT = """
            select e as entry, who.id as who, who.name as whoName, about.id as about, about.name as aboutName
            from EntryRow e
            left join PersonRow who on who.pseudonym = e.who
            left join PersonRow about on about.pseudonym = e.about
            """;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final StatelessSession reading;
    private final PersonNames names;
    private final UntilWritten untilWritten;
    private final ObjectMapper json = new ObjectMapper();

    PostgresHistory(StatelessSession reading, PersonNames names, UntilWritten untilWritten) {
        this.reading = reading;
        this.names = names;
        this.untilWritten = untilWritten;
    }

    @Override
    public Page page(Reader reader, Query query) {
        var matching = matching(reader, query);
        var found = query.after().isPresent()
                ? newer(matching, query.after().getAsLong(), query.size())
                : query.before().isPresent()
                        ? older(matching, query.before().getAsLong(), query.size())
                        : newest(matching, query.size());
        if (found.rows.isEmpty()) {
            // Beyond either end there is nothing to go on from.
            found = newest(matching, query.size());
        }
        return new Page(
                entries(found.rows),
                total(matching),
                found.hasOlder ? OptionalLong.of(id(found.rows.getLast())) : OptionalLong.empty(),
                found.hasNewer ? OptionalLong.of(id(found.rows.getFirst())) : OptionalLong.empty());
    }

    /** Newest first. */
    private record Found(List<Tuple> rows, boolean hasOlder, boolean hasNewer) {}

    private Found newest(Scope matching, int size) {
        var rows = rows(matching, "desc", size + 1);
        return new Found(firstOf(rows, size), rows.size() > size, false);
    }

    private Found older(Scope matching, long than, int size) {
        var rows = rows(matching.and("e.id < :before", "before", than), "desc", size + 1);
        return new Found(firstOf(rows, size), rows.size() > size, true);
    }

    private Found newer(Scope matching, long than, int size) {
        var rows = rows(matching.and("e.id > :after", "after", than), "asc", size + 1);
        return new Found(firstOf(rows, size).reversed(), true, rows.size() > size);
    }

    private List<Tuple> rows(Scope matching, String direction, int atMost) {
        return matching.of(reading.createQuery(
                        SELECT + "where " + matching.hql() + " order by e.id " + direction, Tuple.class))
                .setMaxResults(atMost)
                .getResultList();
    }

    private static List<Tuple> firstOf(List<Tuple> rows, int size) {
        return rows.subList(0, Math.min(rows.size(), size));
    }

    private record Total(Scope of) {}

    private long total(Scope matching) {
        return untilWritten.get(
                new Total(matching),
                Long.class,
                () -> matching.of(reading.createQuery(
                                "select count(*) from EntryRow e where " + matching.hql(), Long.class))
                        .getSingleResult());
    }

    @Override
    public Optional<Surrounded> find(Reader reader, long id) {
        var seen = seen(reader);
        var found = seen
                .of(reading.createQuery(SELECT + "where e.id = :id and " + seen.hql(), Tuple.class))
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
        return found.map(row -> new Surrounded(
                entries(List.of(row)).getFirst(),
                neighbour(seen, "select max(e.id) from EntryRow e where e.id < :id and ", id),
                neighbour(seen, "select min(e.id) from EntryRow e where e.id > :id and ", id),
                reading.createQuery("select max(e.number) from EntryRow e where e.stream = :stream", Long.class)
                        .setParameter("stream", row.get(ENTRY, EntryRow.class).stream)
                        .getSingleResult()));
    }

    private OptionalLong neighbour(Scope seen, String hql, long id) {
        Long neighbour = seen.of(reading.createQuery(hql + seen.hql(), Long.class))
                .setParameter("id", id)
                .getSingleResultOrNull();
        return neighbour == null ? OptionalLong.empty() : OptionalLong.of(neighbour);
    }

    @Override
    public List<Entry> ofChange(Reader reader, UUID change) {
        var seen = seen(reader);
        return entries(seen.of(reading.createQuery(
                        SELECT + "where e.change = :change and " + seen.hql() + " order by e.id", Tuple.class))
                .setParameter("change", change)
                .getResultList());
    }

    @Override
    public List<Concerned> customersOf(Reader reader, long entry) {
        var seen = seen(reader);
        return seen
                .of(reading.createQuery("""
                        select among.id.account, among.id.tenant, coalesce(c.name, '') from EntryCustomerRow among
                        left join CustomerRow c on c.id.account = among.id.account and c.id.tenant = among.id.tenant
                        where among.id.entry = :entry and exists (select 1 from EntryRow e where e.id = :entry and\s""" + seen.hql() + ") order by c.name, among.id.tenant", Object[].class))
                .setParameter("entry", entry)
                .getResultList()
                .stream()
                .map(row -> new Concerned(new CustomerKey((String) row[0], (UUID) row[1]).customer(), (String) row[2]))
                .toList();
    }

    @Override
    public List<Named> people(Reader reader) {
        var seen = seen(reader);
        // By person and not by entry: there are few of the one and many of the other.
        var people = seen.of(reading.createQuery(
                        // Two questions, each of which the first entry answers: for one, all entries of a person were
                        // gathered.
                        "from PersonRow p where p.name is not null"
                                + " and (exists (select 1 from EntryRow e where e.who = p.pseudonym and " + seen.hql()
                                + ") or exists (select 1 from EntryRow e where e.about = p.pseudonym and " + seen.hql()
                                + "))",
                        PersonRow.class))
                .getResultList();
        return people.stream()
                .map(person -> new Named(Objects.requireNonNull(person.pseudonym), names.name(person)))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::pseudonym))
                .toList();
    }

    private static Scope matching(Reader reader, Query query) {
        var matching = seen(reader);
        var text = ForeignText.oneLine(query.text()).toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            matching = matching.and(saying(text));
        }
        if (query.who().isPresent()) {
            matching = matching.and(
                    "(e.who = :who or e.about = :who)",
                    "who",
                    ForeignText.oneLine(query.who().get()));
        }
        if (query.customer().isPresent()) {
            var customer = query.customer().get();
            matching = matching.and("""
                            (e.account = :account and e.tenant = :tenant
                             or e.id in (select among.id.entry from EntryCustomerRow among
                                         where among.id.account = :account and among.id.tenant = :tenant))""", "account", customer.account().value()).with("tenant", customer.tenant());
        }
        if (!query.kinds().isEmpty()) {
            var kinds = query.kinds().stream().map(EntryKind::key).toList();
            matching = matching.and("e.kind in :kinds", "kinds", kinds);
        }
        if (query.from().isPresent()) {
            matching = matching.and("e.at >= :from", "from", query.from().get());
        }
        if (query.until().isPresent()) {
            matching = matching.and("e.at < :until", "until", query.until().get());
        }
        return switch (query.detail()) {
            case STEPS -> matching;
            case OUTCOMES ->
                // Microsoft's records of a change say nothing new of its outcome.
                matching.and("""
                        e.kind not in ('change-recorded', 'change-perhaps-recorded')
                        and not exists (select 1 from EntryRow later where later.change = e.change and later.id > e.id
                                        and later.kind not in ('change-recorded', 'change-perhaps-recorded'))""");
        };
    }

    private static Scope saying(String text) {
        var words = new Scope("""
                (e.search like :text escape '!'
                 or exists (select 1 from CustomerRow c where c.id.account = e.account and c.id.tenant = e.tenant
                            and c.search like :text escape '!')
                 or e.id in (select among.id.entry from EntryCustomerRow among, CustomerRow c
                             where c.id.account = among.id.account and c.id.tenant = among.id.tenant
                             and c.search like :text escape '!'))""", Map.of("text", "%" + Scope.literally(text) + "%"));
        return id(text).map(id -> words.or(new Scope("""
                        (e.tenant = :id or e.change = :id
                         or e.id in (select among.id.entry from EntryCustomerRow among where among.id.tenant = :id)
                         or e.change in (select o.id from ChangeRow o where o.correlation = :id)
                         or e.change in (select a.id.change from AttemptRow a
                                         where a.correlation = :id or a.request = :id))""", Map.of("id", id)))).orElse(words);
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Scope seen(Reader reader) {
        var ofCustomers = Scope.customers(reader, "e.account", "e.tenant").and("e.tenant is not null");
        return switch (reader.portal()) {
            case SEEN -> ofCustomers.or(new Scope("e.tenant is null", Map.of()));
            case HIDDEN -> ofCustomers;
        };
    }

    private List<Entry> entries(List<Tuple> rows) {
        var named = names.joined();
        return rows.stream().map(row -> entry(row, named)).toList();
    }

    private Entry entry(Tuple found, PersonNames.Joined named) {
        var row = found.get(ENTRY, EntryRow.class);
        return new Entry(
                id(row),
                EntryKind.of(row.kind),
                row.stream,
                row.number,
                row.at,
                row.tenant == null || row.account == null
                        ? Optional.empty()
                        : Optional.of(new CustomerId(new AccountName(row.account), row.tenant)),
                named.of(found, "who"),
                named.of(found, "about"),
                facts(row),
                row.canonical.clone(),
                HexFormat.of().formatHex(row.hash));
    }

    private Map<String, String> facts(EntryRow row) {
        try {
            return json.readValue(row.canonical, FACTS);
        } catch (IOException e) {
            throw new UncheckedIOException("Entry " + row.id + " cannot be read", e);
        }
    }

    private static long id(Tuple found) {
        return id(found.get(ENTRY, EntryRow.class));
    }

    private static long id(EntryRow row) {
        return Objects.requireNonNull(row.id, "An entry that was not stored");
    }
}
