package dev.purser.persistence;

import dev.purser.domain.history.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import org.hibernate.StatelessSession;

/** PostgreSQL, asked about itself. */
@ApplicationScoped
public class PostgresDatabase implements Database {

    private final StatelessSession reading;

    PostgresDatabase(StatelessSession reading) {
        this.reading = reading;
    }

    @Override
    public Condition condition() {
        var begun = System.nanoTime();
        var answer = reading.createNativeQuery("""
                        select current_setting('server_version') as version,
                               pg_has_role(current_user, relowner, 'member') as owns
                        from pg_class where oid = cast('entry' as regclass)""", Tuple.class).getSingleResult();
        var answered = Duration.ofNanos(System.nanoTime() - begun);
        return new Condition(
                "PostgreSQL " + answer.get("version", String.class),
                answered,
                answer.get("owns", Boolean.class) ? Guard.OWNED_BY_APPLICATION : Guard.APPEND_ONLY);
    }
}
