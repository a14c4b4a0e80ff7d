package dev.purser.web.errors;

import io.quarkus.logging.LoggingFilter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Makes one line of a database outage. Each page, worker and timer notices it, again and again and each with a stack trace,
 * and all of them say the same.
 */
@LoggingFilter(name = "outages")
public final class OutageLog implements Filter {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);

    /** One for the process: the log makes this filter by itself, and others have to tell when it is over. */
    private static final AtomicBoolean LASTING = new AtomicBoolean();

    /** The database has answered. */
    public static void databaseAnswers() {
        if (LASTING.compareAndSet(true, false)) {
            LOG.warn("The database answers again; what waited goes on by itself");
        }
    }

    /** Whether an outage was noticed that is not over. */
    public static boolean databaseIsAway() {
        return LASTING.get();
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        var thrown = line.getThrown();
        if (thrown == null) {
            return true;
        }
        var outage = Outage.behind(thrown).filter(behind -> behind.of() == Outage.Of.DATABASE);
        outage.filter(behind -> LASTING.compareAndSet(false, true))
                .ifPresent(behind -> LOG.errorf(
                        "The database does not answer: %s. Pages say so, and changes wait until it does",
                        behind.said().lines().findFirst().orElse("")));
        return outage.isEmpty();
    }
}
