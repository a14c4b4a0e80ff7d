package dev.purser.domain.change;

import static dev.purser.domain.history.EntryKind.CHANGE_CONFIRMED;
import static dev.purser.domain.history.EntryKind.CHANGE_CONFLICT;
import static dev.purser.domain.history.EntryKind.CHANGE_DISPUTED;
import static dev.purser.domain.history.EntryKind.CHANGE_NOT_APPLIED;
import static dev.purser.domain.history.EntryKind.CHANGE_REFUSED;
import static dev.purser.domain.history.EntryKind.CHANGE_REQUESTED;
import static dev.purser.domain.history.EntryKind.CHANGE_SENDING;
import static dev.purser.domain.history.EntryKind.CHANGE_UNKNOWN;
import static dev.purser.domain.history.EntryKind.CHANGE_WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.ReadFate;
import dev.purser.domain.partnercenter.SendFate;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CarryOutChangesTest {

    private static final SpendingLimit BEFORE = SpendingLimit.of("4000");
    private static final SpendingLimit AFTER = SpendingLimit.of("5000");

    private final PortalInMemory portal = new PortalInMemory();

    @Test
    void hasNothingToDoWhereNothingIsDue() {
        assertThat(portal.carryOut.next()).isFalse();
    }

    @Test
    void sendsAChangeAndConfirmsIt() {
        var change = portal.asked("5k");

        assertThat(portal.carryOut.next()).isTrue();
        assertThat(portal.carryOut.next()).isFalse();

        assertThat(portal.budgets.inForce(portal.contoso)).isEqualTo(AFTER);
        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_CONFIRMED);
        assertThat(lastEntry())
                .containsEntry("evidence", "answer")
                .containsEntry("status", "200")
                .containsEntry("attempt", "1")
                .containsEntry("before", "4000.00")
                .containsEntry("after", "5000.00");
        assertThat(portal.customers.known(portal.contoso).budget().orElseThrow().limit())
                .isEqualTo(AFTER);
        var order = portal.budgets.received().getFirst();
        assertThat(order.request()).isEqualTo(change);
        assertThat(lastEntry()).containsEntry("correlation", order.correlation().toString());
    }

    @Test
    void recordsTheIntentBeforeCallingPartnerCenter() {
        var change = portal.asked("5k");
        var seen = new ArrayList<EntryKind>();
        portal.budgets.nextSendings(new SendFate(Duration.ZERO, true, Optional.empty(), order -> {
            seen.addAll(portal.entries.kinds(portal.contoso));
            assertThat(portal.change(change).attempts().getLast().correlation()).isEqualTo(order.correlation());
            throw new SendFate.NodeDied();
        }));

        assertThatThrownBy(portal.carryOut::next).isInstanceOf(SendFate.NodeDied.class);

        assertThat(seen).containsExactly(CHANGE_REQUESTED, CHANGE_SENDING);
    }

    @Test
    void sendsNothingWhereTheBudgetMovedAtMicrosoft() {
        var change = portal.asked("5k");
        portal.budgets.set(portal.contoso, SpendingLimit.of("4500"));

        portal.carryOutWhatIsDue();

        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Conflict.class,
                        conflict -> assertThat(conflict.shown()).isEqualTo(SpendingLimit.of("4500")));
        assertThat(portal.budgets.received()).isEmpty();
        assertStory(CHANGE_REQUESTED, CHANGE_CONFLICT);
        assertThat(lastEntry()).containsEntry("shown", "4500.00").doesNotContainKey("attempt");
        assertThat(portal.customers.known(portal.contoso).budget().orElseThrow().limit())
                .isEqualTo(SpendingLimit.of("4500"));
    }

    @Test
    void endsWithTheRefusalOfMicrosoft() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.rejected(403, "900150"));

        portal.carryOutWhatIsDue();

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Refused.class);
        assertThat(portal.budgets.inForce(portal.contoso)).isEqualTo(BEFORE);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_REFUSED);
        assertThat(lastEntry())
                .containsEntry("status", "403")
                .containsEntry("code", "900150")
                .containsEntry("words", "Refused by the script");
    }

    @Test
    void waitsAsLongAsMicrosoftAsksAndSendsUnderANewId() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.throttled(Duration.ofSeconds(57)));

        portal.carryOutWhatIsDue();
        assertThat(portal.budgets.received()).hasSize(1);
        portal.passes(Duration.ofSeconds(56));
        assertThat(portal.budgets.received()).hasSize(1);
        portal.passes(Duration.ofSeconds(2));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER);
        assertThat(portal.budgets.received())
                .extracting(Budgets.Order::request)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_WAITING, CHANGE_SENDING, CHANGE_CONFIRMED);
    }

    @Test
    void sendsAgainWithANewTokenOnce() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.unauthorized());
        portal.carryOutWhatIsDue();
        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER);

        var second = portal.asked("6k");
        portal.budgets.nextSendings(SendFate.unauthorized(), SendFate.unauthorized());
        portal.carryOutWhatIsDue();
        assertThat(portal.state(second)).isInstanceOf(ChangeState.Refused.class);
        assertThat(portal.budgets.inForce(portal.contoso)).isEqualTo(AFTER);
    }

    @Test
    void keepsTryingWhileMicrosoftCannotBeReached() {
        var change = portal.asked("5k");
        portal.budgets.nextReadings(ReadFate.unavailable(), ReadFate.throttled(Duration.ofSeconds(20)));
        portal.budgets.nextSendings(SendFate.notReached(), SendFate.notReached());

        portal.passes(Duration.ofMinutes(2));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER);
        assertThat(portal.budgets.received()).hasSize(1);
    }

    @Test
    void sendsNothingAfterTheFenceHasClosed() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(
                SendFate.obeyed().after(PortalInMemory.TIMING.sendFence()),
                SendFate.obeyed().after(PortalInMemory.TIMING.sendFence().minusMillis(1)));

        assertThat(portal.carryOut.next()).isTrue();
        assertThat(portal.budgets.received()).isEmpty();
        portal.carryOutWhatIsDue();

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_WAITING, CHANGE_SENDING, CHANGE_CONFIRMED);
    }

    @Test
    void confirmsByReadingBackWhatWasAppliedWithoutAnAnswer() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.appliedWithoutAnswer());
        portal.carryOutWhatIsDue();
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN);
        assertThat(lastEntry()).containsEntry("trouble", "broken-off").containsEntry("detail", "connection reset");

        portal.passes(Change.FIRST_CHECK);

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.READ_BACK);
        assertThat(portal.budgets.received()).hasSize(1);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_CONFIRMED);
    }

    @Test
    void confirmsByReadingBackWhatTheAnswerDidNotShow() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.appliedButShows(SpendingLimit.of("7")));

        portal.passes(Duration.ofSeconds(4));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.READ_BACK);
    }

    @Test
    void resendsUnderTheSameIdWhatGotLost() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.neverLands());

        portal.passes(Duration.ofSeconds(4));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER_TO_RESEND);
        assertThat(portal.budgets.received()).extracting(Budgets.Order::request).containsExactly(change, change);
        assertThat(portal.budgets.received())
                .extracting(Budgets.Order::correlation)
                .doesNotHaveDuplicates();
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_SENDING, CHANGE_CONFIRMED);
    }

    @Test
    void staysUnknownWhereTheResendIsRefused() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.landsLater(Duration.ofMinutes(4)), SendFate.rejected(403, "900150"));

        portal.passes(Duration.ofSeconds(10));
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);
        portal.passes(Duration.ofMinutes(5));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.READ_BACK);
    }

    @Test
    void isNotAppliedOnlyAfterTheQuarantine() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.neverLands(), SendFate.neverLands());
        var quarantine = PortalInMemory.TIMING.quarantine();

        portal.passes(Duration.ofSeconds(4));
        assertThat(portal.change(change).attempts()).hasSize(2);
        portal.passes(quarantine.minusSeconds(5));
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);
        portal.passes(Duration.ofSeconds(5));

        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.NotApplied.class,
                        ruledOut -> assertThat(ruledOut.shown()).isEqualTo(BEFORE));
        assertThat(portal.budgets.received()).hasSize(2);
        assertStory(
                CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_NOT_APPLIED);
        assertThat(portal.asked("6k")).isNotEqualTo(change);
    }

    @Test
    void neverSaysNotAppliedOfWhatLandsAtTheLastMoment() {
        var change = portal.asked("5k");
        var window = PortalInMemory.TIMING.landingWindow();
        portal.budgets.nextSendings(
                SendFate.neverLands(), SendFate.landsLater(window).after(Duration.ofSeconds(9)));

        portal.passes(PortalInMemory.TIMING.quarantine().plusSeconds(20));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.READ_BACK);
    }

    @Test
    void isDisputedWhereMicrosoftShowsAThirdBudgetAfterTheQuarantine() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.appliedWithoutAnswer());
        portal.carryOutWhatIsDue();
        portal.budgets.set(portal.contoso, SpendingLimit.of("999"));

        portal.passes(PortalInMemory.TIMING.quarantine().minusSeconds(2));
        assertThat(portal.state(change)).isInstanceOfSatisfying(ChangeState.Unknown.class, unknown -> {
            assertThat(unknown.lastShown()).contains(SpendingLimit.of("999"));
            assertThat(unknown.nextCheckAt()).isEqualTo(unknown.certainBy());
        });
        portal.passes(Duration.ofSeconds(2));

        assertThat(portal.state(change)).isInstanceOf(ChangeState.Disputed.class);
        assertThat(portal.budgets.received()).hasSize(1);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_DISPUTED);
        assertThat(lastEntry()).containsEntry("shown", "999.00");
    }

    @Test
    void isDisputedWhereTheCustomerIsGoneAfterTheQuarantine() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.neverLands());
        portal.carryOutWhatIsDue();
        var gone = new ReadFate[50];
        Arrays.fill(gone, ReadFate.refused(404, "60003"));
        portal.budgets.nextReadings(gone);

        portal.passes(PortalInMemory.TIMING.quarantine().plusSeconds(1));

        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Disputed.class,
                        disputed -> assertThat(disputed.shown()).isEmpty());
        assertThat(lastEntry()).containsEntry("shown", "cannot be read");
    }

    @Test
    void settlesWhatADeadNodeHadApplied() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.appliedAndNodeDies());
        assertThatThrownBy(portal.carryOut::next).isInstanceOf(SendFate.NodeDied.class);
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Submitting.class);

        portal.clock.passes(Duration.ofSeconds(89));
        assertThat(portal.carryOut.next()).isFalse();
        portal.clock.passes(Duration.ofSeconds(1));
        assertThat(portal.carryOut.next()).isTrue();
        assertThat(portal.state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Unknown.class,
                        unknown -> assertThat(unknown.trouble().kind()).isEqualTo(Trouble.Kind.PORTAL_STOPPED));
        portal.carryOutWhatIsDue();

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.READ_BACK);
        assertThat(portal.budgets.applied()).hasSize(1);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_CONFIRMED);
    }

    @Test
    void resendsWhatADeadNodeHadNotSent() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(SendFate.nodeDies());
        assertThatThrownBy(portal.carryOut::next).isInstanceOf(SendFate.NodeDied.class);

        portal.passes(Duration.ofSeconds(91));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER_TO_RESEND);
    }

    @Test
    void claimsAnewWhatANodeLeftBeforeItsIntent() {
        var change = portal.asked("5k");
        assertThat(portal.changes.claim("dead", Duration.ofSeconds(90))).isPresent();
        portal.carryOutWhatIsDue();
        assertThat(portal.budgets.received()).isEmpty();

        portal.passes(Duration.ofSeconds(91));

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.ANSWER);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_CONFIRMED);
    }

    @Test
    void sendsTheNextChangeOnlyAfterTheQuarantineOfTheLast() {
        portal.budgets.nextSendings(SendFate.landsLater(Duration.ofMinutes(4)), SendFate.obeyed());
        portal.asked("5k");
        portal.passes(Duration.ofSeconds(4));
        var next = portal.asked("6k");

        assertThat(portal.state(next))
                .isInstanceOfSatisfying(
                        ChangeState.Requested.class,
                        requested -> assertThat(requested.waiting().map(ChangeState.Waiting::cause))
                                .contains(ChangeState.Waiting.Cause.QUARANTINE));
        portal.passes(PortalInMemory.TIMING.quarantine());

        assertThat(confirmed(next).evidence()).isEqualTo(Evidence.ANSWER);
        assertThat(portal.budgets.applied())
                .extracting(applied -> applied.order().wanted())
                .containsExactly(AFTER, AFTER, SpendingLimit.of("6000"));
        assertThat(portal.budgets.inForce(portal.contoso)).isEqualTo(SpendingLimit.of("6000"));
    }

    @Test
    void leavesTheChangeToWhoTookItsLease() {
        var change = portal.asked("5k");
        portal.budgets.nextSendings(new SendFate(Duration.ZERO, true, Optional.of(Duration.ZERO), order -> {
            portal.clock.passes(Duration.ofSeconds(91));
            portal.worker("node-2").next();
            return new Answer.Shown(order.wanted(), 200, order.correlation());
        }));

        assertThat(portal.carryOut.next()).isTrue();
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Unknown.class);
        portal.carryOutWhatIsDue();

        assertThat(confirmed(change).evidence()).isEqualTo(Evidence.READ_BACK);
        assertStory(CHANGE_REQUESTED, CHANGE_SENDING, CHANGE_UNKNOWN, CHANGE_CONFIRMED);
    }

    private ChangeState.Confirmed confirmed(UUID change) {
        assertThat(portal.state(change)).isInstanceOf(ChangeState.Confirmed.class);
        return (ChangeState.Confirmed) portal.state(change);
    }

    private void assertStory(EntryKind... kinds) {
        assertThat(portal.entries.kinds(portal.contoso)).containsExactly(kinds);
    }

    private Map<String, String> lastEntry() {
        return portal.entries.last(portal.contoso).orElseThrow().facts();
    }
}
