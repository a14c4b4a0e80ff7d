package dev.purser.persistence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;

/**
 * Keeps what was counted over thousands of rows, exactly as long as it is true: until anybody, at any node, has written
 * anything. PostgreSQL tells by its snapshot: two that are alike see the same of every transaction, and so the same rows.
 */
@ApplicationScoped
class UntilWritten {

    /** What is asked for between two writes; far more than a page asks. */
    private static final int MOST = 1_000;

    private final StatelessSession reading;
    private final Map<Object, Object> answers = new LinkedHashMap<>();
    private String snapshot = "";

    UntilWritten(StatelessSession reading) {
        this.reading = reading;
    }

    /**
     * The answer to a question, kept or found anew.
     *
     * @param question all that the answer depends on beside the rows: equal questions have equal answers
     * @param answer finds it by reading alone, without a clock
     */
    <T> T get(Record question, Class<T> type, Supplier<T> answer) {
        // What a transaction itself has written shows in no snapshot.
        if (QuarkusTransaction.isActive()) {
            return answer.get();
        }
        var before = snapshot();
        var kept = kept(before, question).map(type::cast);
        if (kept.isPresent()) {
            return kept.get();
        }
        var found = answer.get();
        keep(before, question, found);
        return found;
    }

    /** Of a server that was started anew, or that took over from another one, the numbers may come again. */
    private String snapshot() {
        return reading.createNativeQuery(
                        "select pg_current_snapshot() || ' ' || pg_postmaster_start_time() as snapshot", Tuple.class)
                .addScalar("snapshot", String.class)
                .getSingleResult()
                .get("snapshot", String.class);
    }

    private synchronized Optional<Object> kept(String now, Object question) {
        if (!now.equals(snapshot)) {
            answers.clear();
            snapshot = now;
        }
        return Optional.ofNullable(answers.get(question));
    }

    private synchronized void keep(String before, Object question, Object answer) {
        if (before.equals(snapshot) && answers.size() < MOST) {
            answers.put(question, answer);
        }
    }
}
