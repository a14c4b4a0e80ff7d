package dev.purser.chaos.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.chaos.verdict.Told.State;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Purser's database holds, read past Purser: a second witness beside its pages.
 *
 * @param changes of each customer, in the order in which they were asked for
 * @param entries of each customer, by number
 */
public record Records(Map<UUID, List<Told.Change>> changes, Map<UUID, List<Told.Entry>> entries) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOT_SET = "not set";

    public static Records read(Connection database) throws SQLException {
        return new Records(changes(database, attempts(database)), entries(database));
    }

    /** How many changes have not ended. */
    public static int open(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("select count(*) from change where due_at is not null")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static Map<UUID, List<Told.Attempt>> attempts(Connection database) throws SQLException {
        var attempts = new LinkedHashMap<UUID, List<Told.Attempt>>();
        try (var statement = database.createStatement();
                var found = statement.executeQuery("""
                        select change, number, request, correlation, intended_at, ended from attempt
                        order by change, number""")) {
            while (found.next()) {
                attempts.computeIfAbsent(uuid(found, "change"), _ -> new ArrayList<>())
                        .add(new Told.Attempt(
                                found.getInt("number"),
                                uuid(found, "request"),
                                uuid(found, "correlation"),
                                instant(found.getTimestamp("intended_at")).orElseThrow(),
                                Optional.ofNullable(found.getString("ended"))));
            }
        }
        return attempts;
    }

    private static Map<UUID, List<Told.Change>> changes(Connection database, Map<UUID, List<Told.Attempt>> attempts)
            throws SQLException {
        var changes = new LinkedHashMap<UUID, List<Told.Change>>();
        try (var statement = database.createStatement();
                var found = statement.executeQuery("""
                        select id, tenant, state, wanted, evidence, asked_at, ended_at from change order by asked_at""")) {
            while (found.next()) {
                var id = uuid(found, "id");
                var wanted = found.getString("wanted");
                changes.computeIfAbsent(uuid(found, "tenant"), _ -> new ArrayList<>())
                        .add(new Told.Change(
                                id,
                                State.valueOf(found.getString("state")),
                                wanted.equals(NOT_SET) ? Optional.empty() : Optional.of(new BigDecimal(wanted)),
                                Optional.ofNullable(found.getString("evidence")),
                                instant(found.getTimestamp("asked_at")).orElseThrow(),
                                instant(found.getTimestamp("ended_at")),
                                attempts.getOrDefault(id, List.of())));
            }
        }
        return changes;
    }

    private static Map<UUID, List<Told.Entry>> entries(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("""
                        select tenant, number, kind, at, change, convert_from(canonical, 'UTF8') as facts from entry
                        where tenant is not null order by tenant, number""")) {
            var entries = new LinkedHashMap<UUID, List<Told.Entry>>();
            while (found.next()) {
                entries.computeIfAbsent(uuid(found, "tenant"), _ -> new ArrayList<>())
                        .add(new Told.Entry(
                                found.getLong("number"),
                                found.getString("kind"),
                                instant(found.getTimestamp("at")).orElseThrow(),
                                Optional.ofNullable(found.getObject("change", UUID.class)),
                                facts(found.getString("facts"))));
            }
            return entries;
        }
    }

    /** What an entry says is in its canonical bytes; a fact of another shape than text is shown as it is written. */
    private static Map<String, String> facts(String canonical) {
        try {
            return JSON.readTree(canonical).properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            fact -> fact.getValue().isTextual()
                                    ? fact.getValue().textValue()
                                    : fact.getValue().toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry is no JSON: " + canonical, e);
        }
    }

    private static UUID uuid(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, UUID.class)).orElseThrow();
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
