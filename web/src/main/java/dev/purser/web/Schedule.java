package dev.purser.web;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.purser.domain.activity.ReadActivities;
import dev.purser.domain.customer.ReadCustomers;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.web.settings.Settings;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Recurring work that one node of all does at a time. */
@Singleton
public class Schedule {

    /** A run takes place when one is due; what failed is tried again after this time. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    /** A run that is cut off goes on at the next one. The scheduler waits twice as long, and then interrupts. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private static final Duration POLLING = Duration.ofSeconds(2);

    private final DataSource database;
    private final ReadCustomers readCustomers;
    private final ReadActivities readActivities;
    private final Settings settings;
    private final Mode mode;
    private @Nullable Scheduler scheduler;

    Schedule(
            DataSource database,
            ReadCustomers readCustomers,
            ReadActivities readActivities,
            Settings settings,
            @ConfigProperty(name = Mode.PROPERTY, defaultValue = "portal") Mode mode) {
        this.database = database;
        this.readCustomers = readCustomers;
        this.readActivities = readActivities;
        this.settings = settings;
        this.mode = mode;
    }

    void start(@Observes StartupEvent started) {
        if (mode == Mode.COMMAND) {
            return;
        }
        scheduler = Scheduler.create(database, List.of())
                .startTasks(settings.accounts().stream().flatMap(this::work).toList())
                .threads(Math.max(2, settings.accounts().size() * 2))
                .pollingInterval(POLLING)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        scheduler.start();
    }

    void stop(@Observes @Priority(ShutdownOrder.SCHEDULE) ShutdownEvent stopping) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private Stream<RecurringTask<Void>> work(PartnerCenterAccount account) {
        return Stream.of(
                recurring("read-customers-" + account.name(), () -> readCustomers.readAll(account.name())),
                recurring("read-activities-" + account.name(), () -> readActivities.readAll(account.name())));
    }

    private static RecurringTask<Void> recurring(String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(BETWEEN_TRIES)).execute((task, context) -> withinRequest(work));
    }

    /** Reading from the database needs a request's context, which a thread of the scheduler does not have. */
    private static void withinRequest(Runnable work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }
}
