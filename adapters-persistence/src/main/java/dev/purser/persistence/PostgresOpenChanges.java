package dev.purser.persistence;

import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.OpenChanges;
import dev.purser.domain.portfolio.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** The changes without an outcome, from PostgreSQL. */
@ApplicationScoped
public class PostgresOpenChanges implements OpenChanges {

    private final StatelessSession reading;

    PostgresOpenChanges(StatelessSession reading) {
        this.reading = reading;
    }

    @Override
    public UnderWay underWay(Reader reader, int atMost) {
        var counted = Scope.names(reader, "c.account", "c.tenant").and("c.state in " + ChangeRow.State.OPEN);
        var both = counted.of(reading.createQuery("""
                select count(case when c.state = 'UNKNOWN' then 1 end), count(case when c.state <> 'UNKNOWN' then 1 end)
                from ChangeRow c where\s""" + counted.hql(), Object[].class))
                .getSingleResult();
        return new UnderWay((Long) both[0], (Long) both[1], longest(reader, atMost));
    }

    private List<Open> longest(Reader reader, int atMost) {
        var listed = Scope.customers(reader, "c.account", "c.tenant").and("c.state in " + ChangeRow.State.OPEN);
        var rows = listed.of(reading.createQuery("""
                from ChangeRow c where %s
                order by case when c.state = 'UNKNOWN' then 0 else 1 end, c.askedAt, c.id""".formatted(listed.hql()), ChangeRow.class))
                .setMaxResults(atMost)
                .getResultList();
        var attempts = reading
                .createQuery("from AttemptRow a where a.id.change in :changes order by a.id.number", AttemptRow.class)
                .setParameter("changes", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(attempt -> attempt.id.change()));
        return rows.stream()
                .map(row -> row.change(attempts.getOrDefault(row.id, List.of())))
                .map(PostgresOpenChanges::open)
                .toList();
    }

    private static Open open(Change change) {
        return switch (change.state()) {
            case ChangeState.Open state ->
                new Open(change.id(), change.customer(), change.customerName(), change.askedAt(), state);
            case ChangeState.Ended ended -> throw new IllegalStateException("Not open: " + change.id());
        };
    }
}
