package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;

/**
 * {@link Activities} over {@code /v1/auditrecords}, as the application alone. Microsoft filters neither by operation nor by
 * person, so every record of the days comes. Days too long ago are refused by Microsoft and not here, since it is
 * Microsoft's clock that counts.
 */
public final class PartnerCenterActivities implements Activities {

    private static final Logger LOG = System.getLogger(PartnerCenterActivities.class.getName());

    private final Connections connections;

    PartnerCenterActivities(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Reading<Page> page(AccountName account, LocalDate from, LocalDate through, Optional<Continuation> after) {
        requireWindow(from, through);
        // ISO dates, whatever the machine's language: a date in another form is a bad request.
        var pages = new Pages("/auditrecords?startDate=" + from + "&endDate=" + through, Credential.APPLICATION);
        return connections.ask(
                account, connection -> pages.page(connection, after, (page, next) -> page(connection, page, next)));
    }

    private static void requireWindow(LocalDate from, LocalDate through) {
        var days = ChronoUnit.DAYS.between(from, through) + 1;
        if (days < 1 || days > DAYS_AT_ONCE) {
            throw new IllegalArgumentException(
                    "From %s through %s are not 1 to %d days".formatted(from, through, DAYS_AT_ONCE));
        }
    }

    private static Page page(Connection connection, PageJson page, Optional<Continuation> next)
            throws UnreadableAnswer {
        var activities = new ArrayList<Activity>();
        var unreadable = 0;
        for (var item : page.listed()) {
            try {
                activities.add(Json.convert(item, AuditRecordJson.class).activity(item.toString()));
            } catch (UnreadableAnswer bad) {
                unreadable++;
                LOG.log(
                        Level.WARNING,
                        "An audit record of account {0} is left out: {1}",
                        connection.account().name(),
                        bad.words());
            }
        }
        return new Page(activities, next, unreadable);
    }
}
