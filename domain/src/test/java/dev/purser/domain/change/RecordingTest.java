package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.history.EntryKind;
import dev.purser.domain.partnercenter.SendFate;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database is away when Microsoft's answer is to be recorded, which one node alone knows. */
class RecordingTest {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final PortalInMemory portal = new PortalInMemory();

    @Test
    void recordsTheAnswerWhenTheDatabaseIsBack() {
        var change = portal.asked("5k");
        var away = new Away(20, When.BEFORE_IT_RECORDS);

        node(away).next();

        assertThat(away.tries).isEqualTo(21);
        assertConfirmedOnce(change);
    }

    @Test
    void recordsARefusalWhenTheDatabaseIsBack() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.rejected(403, "900150"));

        node(new Away(3, When.BEFORE_IT_RECORDS)).next();

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Refused.class);
    }

    @Test
    void recordsNothingTwiceWhereOnlyTheWordOfItGotLost() {
        var change = portal.asked("5k");
        var away = new Away(1, When.AFTER_IT_HAS_RECORDED);

        node(away).next();

        assertThat(away.tries).isEqualTo(2);
        assertConfirmedOnce(change);
    }

    @Test
    void leavesItToAReadingWhenTheLeaseIsOver() {
        var change = portal.asked("5k");
        var asked = portal.clock.instant();
        var away = new Away(Integer.MAX_VALUE, When.BEFORE_IT_RECORDS);

        assertThatThrownBy(node(away)::next).isInstanceOf(IllegalStateException.class);

        assertThat(Duration.between(asked, portal.clock.instant())).isBetween(LEASE.minusSeconds(5), LEASE);
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Submitting.class);
        portal.passes(LEASE);
        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Confirmed.class,
                        confirmed -> assertThat(confirmed.evidence()).isEqualTo(Evidence.READ_BACK));
    }

    private void assertConfirmedOnce(UUID change) {
        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Confirmed.class,
                        confirmed -> assertThat(confirmed.evidence()).isEqualTo(Evidence.ANSWER));
        assertThat(portal.entries.kinds(portal.contoso))
                .containsExactly(EntryKind.CHANGE_REQUESTED, EntryKind.CHANGE_SENDING, EntryKind.CHANGE_CONFIRMED);
        assertThat(portal.budgets.received()).hasSize(1);
    }

    private CarryOutChanges node(Changes changes) {
        return new CarryOutChanges(
                changes,
                portal.customers,
                portal.budgets,
                PortalInMemory.TIMING,
                portal.clock,
                portal.clock::nanos,
                (_, time) -> portal.clock.passes(time),
                "node-1");
    }

    private enum When {
        BEFORE_IT_RECORDS,
        AFTER_IT_HAS_RECORDED
    }

    /** The portal's changes, which cannot be reached so many times when something is to be recorded. */
    private final class Away implements Changes {

        private final int times;
        private final When when;
        private int tries;

        Away(int times, When when) {
            this.times = times;
            this.when = when;
        }

        @Override
        public Acceptance accept(Reader writer, Change wish) {
            return portal.changes.accept(writer, wish);
        }

        @Override
        public Optional<Receipt> find(Reader reader, UUID change) {
            return portal.changes.find(reader, change);
        }

        @Override
        public Optional<Claim> claim(String node, Duration lease) {
            return portal.changes.claim(node, lease);
        }

        @Override
        public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
            return portal.changes.intend(claim, send, lease);
        }

        @Override
        public void release(Claim claim) {
            portal.changes.release(claim);
        }

        @Override
        public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
            tries++;
            if (tries > times || when == When.AFTER_IT_HAS_RECORDED) {
                portal.changes.record(claim, transition, end);
            }
            if (tries <= times) {
                throw new IllegalStateException("The database is away");
            }
        }
    }
}
