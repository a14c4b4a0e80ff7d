package dev.purser.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.activity.ActivityRecords.Progress;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts.AccountState;
import dev.purser.domain.customer.Accounts.Problem;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.web.status.AccountLine.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountLineTest {

    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void tellsWhereReadingTheActivityRecordsStands() {
        assertThat(stage(Optional.empty())).isEqualTo(Stage.NOT_READ);
        assertThat(stage(Optional.of(new Progress(Optional.empty(), Optional.empty(), 0))))
                .isEqualTo(Stage.NOT_READ);
        assertThat(stage(Optional.of(new Progress(Optional.of(AT), Optional.empty(), 3))))
                .isEqualTo(Stage.READ);
        assertThat(stage(failed(ReadProblem.Kind.THROTTLED))).isEqualTo(Stage.TO_WAIT);
        assertThat(stage(failed(ReadProblem.Kind.RIGHT_MISSING))).isEqualTo(Stage.REFUSED);
        assertThat(stage(failed(ReadProblem.Kind.UNAVAILABLE))).isEqualTo(Stage.FAILED);
    }

    private static Optional<Progress> failed(ReadProblem.Kind kind) {
        return Optional.of(new Progress(Optional.of(AT), Optional.of(new Problem(kind, "", AT)), 0));
    }

    private static Stage stage(Optional<Progress> records) {
        var read = new AccountState(new AccountName("emea"), 1, Optional.of(AT), Optional.of(AT), Optional.empty());
        return AccountLine.of(List.of(read), List.of(), account -> true, account -> records)
                .getFirst()
                .recordsStage();
    }
}
