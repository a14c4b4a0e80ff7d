package dev.purser.persistence;

import dev.purser.domain.change.Change;
import dev.purser.domain.change.Undos;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Undos in PostgreSQL. */
@ApplicationScoped
public class PostgresUndos implements Undos {

    private final StatelessSession reading;

    PostgresUndos(StatelessSession reading) {
        this.reading = reading;
    }

    @Override
    public Optional<Change> of(Reader reader, UUID undone) {
        var scope = Scope.customers(reader, "c.account", "c.tenant");
        return scope
                .of(reading.createQuery(
                        "from ChangeRow c where c.undoes = :undone and " + scope.hql() + " order by c.askedAt desc",
                        ChangeRow.class))
                .setParameter("undone", undone)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> row.change(PostgresChanges.attempts(reading, row.id)));
    }
}
