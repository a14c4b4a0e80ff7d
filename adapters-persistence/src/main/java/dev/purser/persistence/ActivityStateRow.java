package dev.purser.persistence;

import dev.purser.domain.activity.ActivityRecords.Progress;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How reading Microsoft's activity records goes for an account. */
@Entity
@Table(name = "activity_state")
class ActivityStateRow extends PanacheEntityBase {

    @Id
    String account;

    /** Up to when records were asked for. */
    @Nullable Instant readThrough;

    @Nullable Instant completedAt;

    @Enumerated(EnumType.STRING)
    ReadProblem.@Nullable Kind problem;

    @Nullable String problemWords;

    @Nullable Instant problemSince;

    int unreadable;

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected ActivityStateRow() {}

    Progress progress() {
        return new Progress(
                Optional.ofNullable(completedAt),
                problem == null || problemWords == null || problemSince == null
                        ? Optional.empty()
                        : Optional.of(new Accounts.Problem(problem, problemWords, problemSince)),
                unreadable);
    }
}
