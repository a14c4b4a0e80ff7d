package dev.purser.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The names behind persons and pseudonyms. One that was stored under another secret is as good as erased, until its person
 * signs in again.
 */
@ApplicationScoped
class PersonNames {

    private static final Logger LOG = Logger.getLogger(PersonNames.class);

    private final StatelessSession reading;
    private final Vault vault;
    private final AtomicBoolean toldOfAnotherSecret = new AtomicBoolean();

    PersonNames(StatelessSession reading, Vault vault) {
        this.reading = reading;
        this.vault = vault;
    }

    /** Their name; empty where it was erased or never told. */
    Optional<String> of(UUID person) {
        return Optional.ofNullable(reading.get(PersonRow.class, person))
                .map(this::name)
                .filter(name -> !name.isEmpty());
    }

    /** Names by pseudonym; those erased are missing. */
    Map<String, String> ofPseudonyms(Collection<String> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return Map.of();
        }
        return named(reading
                        .createQuery("from PersonRow p where p.pseudonym in :pseudonyms", PersonRow.class)
                        .setParameter("pseudonyms", pseudonyms)
                        .getResultList()
                        .stream())
                .filter(row -> !name(row).isEmpty())
                .collect(Collectors.toMap(row -> Objects.requireNonNull(row.pseudonym), this::name));
    }

    String name(PersonRow row) {
        return name(row.id, row.name);
    }

    private String name(UUID person, byte @Nullable [] locked) {
        return unlock(person, locked, "name");
    }

    /** The names that the rows of a page bring along. */
    Joined joined() {
        return new Joined();
    }

    /** Names that rows bring along, as {@code <whose>} and {@code <whose>Name}. Most rows of a page name the same few people. */
    final class Joined {

        private final Map<UUID, String> met = new HashMap<>();

        private Joined() {}

        /** Their name; empty where there is nobody, or where it was erased. */
        Optional<String> of(Tuple row, String whose) {
            return Optional.ofNullable(row.get(whose, UUID.class))
                    .map(person ->
                            met.computeIfAbsent(person, _ -> name(person, row.get(whose + "Name", byte[].class))))
                    .filter(name -> !name.isEmpty());
        }
    }

    String address(PersonRow row) {
        return unlock(row.id, row.address, "address");
    }

    private static Stream<PersonRow> named(Stream<PersonRow> rows) {
        return rows.filter(row -> row.name != null);
    }

    private String unlock(UUID person, byte @Nullable [] locked, String column) {
        if (locked == null) {
            return "";
        }
        try {
            return new String(vault.unlock(locked, PersonRow.place(person, column)), StandardCharsets.UTF_8);
        } catch (IllegalStateException unreadable) {
            if (toldOfAnotherSecret.compareAndSet(false, true)) {
                LOG.warnf(
                        "Names that were stored under another PURSER_SECRET cannot be read: %s",
                        unreadable.getMessage());
            }
            return "";
        }
    }
}
