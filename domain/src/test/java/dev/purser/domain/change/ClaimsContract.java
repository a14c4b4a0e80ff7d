package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which change is due when, who holds it, and what is written under a claim. Part of {@link ChangesContract}. */
public abstract class ClaimsContract extends OldReadingsContract {

    @Test
    void claimsAnAcceptedChangeAtOnce() {
        var change = accepted();

        var claim = claimed();

        assertThat(claim.change()).isEqualTo(change);
        assertThat(claim.quarantineOver()).isTrue();
    }

    @Test
    void claimsNothingWhereNothingIsOpen() {
        assertThat(changes().claim(NODE, LEASE)).isEmpty();
    }

    @Test
    void letsNobodyElseClaimAHeldCustomer() {
        accepted();
        claimed();

        assertThat(changes().claim("node-2", LEASE)).isEmpty();

        passes(LEASE.minus(MOMENT));
        assertThat(changes().claim("node-2", LEASE)).isEmpty();
    }

    @Test
    void letsTheNextNodeClaimWhenTheLeaseIsOver() {
        var change = accepted();
        var first = claimed();

        passes(LEASE.plus(MOMENT));
        var second = changes().claim("node-2", LEASE).orElseThrow();

        assertThat(second.change().id()).isEqualTo(change.id());
        assertThat(second.epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void letsTheNextNodeClaimAtOnceWhatIsGivenBack() {
        var change = accepted();
        var first = claimed();

        changes().release(first);
        var second = changes().claim("node-2", LEASE).orElseThrow();

        assertThat(second.change()).isEqualTo(change);
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void givesBackNothingThatAnotherNodeHasTaken() {
        accepted();
        var first = claimed();
        passes(LEASE.plus(MOMENT));
        assertThat(changes().claim("node-2", LEASE)).isPresent();

        changes().release(first);

        assertThat(changes().claim(NODE, LEASE)).isEmpty();
    }

    @Test
    void claimsOtherCustomersMeanwhile() {
        accepted();
        claimed();
        var other = accepted(wish(customer("Fabrikam", ""), SpendingLimit.notSet(), SpendingLimit.of("70")));

        assertThat(claimed().change().id()).isEqualTo(other.id());
    }

    @Test
    void claimsTheChangeThatHasBeenDueLongest() {
        var fabrikam = customer("Fabrikam", "");
        var first = accepted(wish(fabrikam, SpendingLimit.notSet(), SpendingLimit.of("70")));
        passes(MOMENT);
        var second = accepted();

        assertThat(claimed().change().id()).isEqualTo(first.id());
        assertThat(claimed().change().id()).isEqualTo(second.id());
    }

    @Test
    void claimsAWaitingChangeAfterItsPause() {
        var change = accepted();
        var pause = Duration.ofSeconds(57);

        changes().record(claimed(), new Next.Wait(ChangeState.Waiting.Cause.THROTTLED, pause, "429"), Optional.empty());

        assertThat(changes().claim(NODE, LEASE)).isEmpty();
        passes(pause.minus(MOMENT));
        assertThat(changes().claim(NODE, LEASE)).isEmpty();
        passes(MOMENT.multipliedBy(2));
        assertThat(claimed().change().id()).isEqualTo(change.id());
    }

    @Test
    void countsHowOftenAChangeHasWaited() {
        var change = accepted();
        for (var tries = 1; tries <= 3; tries++) {
            var wait = new Next.Wait(ChangeState.Waiting.Cause.UNAVAILABLE, Duration.ZERO, "502");
            changes().record(claimed(), wait, Optional.empty());

            assertThat(((ChangeState.Requested) stored(change).state()).tries()).isEqualTo(tries);
        }
        changes()
                .record(
                        intended(),
                        new Next.Wait(ChangeState.Waiting.Cause.UNAVAILABLE, Duration.ZERO, "connection refused"),
                        Optional.of(Attempt.End.NEVER_SENT));

        assertThat(((ChangeState.Requested) stored(change).state()).tries()).isEqualTo(4);
    }

    @Test
    void recordsTheIntentBeforeAnythingIsSent() {
        var change = accepted();
        var claim = claimed();

        var intended = intended(claim);

        var attempt = intended.change().attempts().getLast();
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.request()).isEqualTo(change.id());
        assertThat(attempt.readBefore()).isEqualTo(change.seen());
        assertThat(attempt.end()).isEmpty();
        assertThat(attempt.correlation()).isNotEqualTo(attempt.request());
        assertThat(intended.change().state()).isEqualTo(new ChangeState.Submitting(attempt.intendedAt()));
        assertThat(intended.quarantineOver()).isFalse();
        assertThat(stored(change)).isEqualTo(intended.change());
    }

    @Test
    void givesEachAttemptACorrelationOfItsOwn() {
        accepted();
        var first = intended();
        changes()
                .record(
                        first,
                        new Next.Wait(ChangeState.Waiting.Cause.NEW_TOKEN, Duration.ZERO, "401"),
                        Optional.of(Attempt.End.UNAUTHORIZED));
        var other = UUID.randomUUID();
        var again = claimed();

        var second = changes()
                .intend(again, new Next.Send(again.change().seen(), other), LEASE)
                .orElseThrow();

        var attempts = second.change().attempts();
        assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(attempts.get(0).end()).contains(Attempt.End.UNAUTHORIZED);
        assertThat(attempts.get(1).request()).isEqualTo(other);
        assertThat(attempts.get(1).correlation()).isNotEqualTo(attempts.get(0).correlation());
    }

    @Test
    void holdsTheCustomerAnewFromTheIntentOn() {
        accepted();
        var claim = claimed();
        passes(LEASE.minus(MOMENT));
        intended(claim);

        passes(LEASE.minus(MOMENT));
        assertThat(changes().claim("node-2", LEASE)).isEmpty();

        passes(MOMENT.multipliedBy(2));
        var taken = changes().claim("node-2", LEASE).orElseThrow();
        assertThat(taken.change().state()).isInstanceOf(ChangeState.Submitting.class);
        assertThat(taken.quarantineOver()).isFalse();
    }

    @Test
    void intendsNothingUnderALeaseThatIsOver() {
        var change = accepted();
        var late = claimed();
        passes(LEASE.plus(MOMENT));

        assertThat(changes().intend(late, new Next.Send(change.seen(), change.id()), LEASE))
                .isEmpty();

        assertThat(stored(change).attempts()).isEmpty();
        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void writesNothingUnderALeaseThatSomebodyElseTook() {
        var change = accepted();
        var late = claimed();
        passes(LEASE.plus(MOMENT));
        assertThat(changes().claim("node-2", LEASE)).isPresent();

        assertThat(changes().intend(late, new Next.Send(change.seen(), change.id()), LEASE))
                .isEmpty();
        changes().record(late, new Next.StandBack(SpendingLimit.of("1"), UUID.randomUUID()), Optional.empty());

        assertThat(stored(change).state()).isInstanceOf(ChangeState.Requested.class);
        assertThat(stored(change).attempts()).isEmpty();
        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void writesNoAnswerUnderALeaseThatSomebodyElseTook() {
        var change = accepted();
        var late = intended();
        passes(LEASE.plus(MOMENT));
        var taken = changes().claim("node-2", LEASE).orElseThrow();

        confirm(late);
        assertThat(stored(change)).isEqualTo(taken.change());

        lost(taken);
        confirm(late);
        assertThat(stored(change).state()).isInstanceOf(ChangeState.Unknown.class);
        assertThat(kinds(contoso())).containsExactly("change-requested", "change-sending", "change-unknown");
    }

    @Test
    void writesNothingUnderAClaimThatWasGivenBack() {
        var change = accepted();
        var claim = intended();
        lost(claim);

        confirm(claim);

        assertThat(stored(change).state()).isInstanceOf(ChangeState.Unknown.class);
        assertThat(kinds(contoso())).containsExactly("change-requested", "change-sending", "change-unknown");
    }

    @Test
    void recordsAnAnswerThatComesAfterTheLeaseButBeforeAnybodyElse() {
        var change = accepted();
        var claim = intended();
        passes(LEASE.plus(MOMENT));

        confirm(claim);

        assertThat(stored(change).state()).isInstanceOf(ChangeState.Confirmed.class);
    }

    @Test
    void checksAnUnknownChangeWhenItsNextCheckIsDue() {
        accepted();
        var claim = intended();
        changes().record(claim, lostSight(claim, Duration.ofSeconds(30)), Optional.of(Attempt.End.LOST));

        assertThat(changes().claim(NODE, LEASE)).isEmpty();
        passes(Duration.ofSeconds(25));
        assertThat(changes().claim(NODE, LEASE)).isEmpty();
        passes(Duration.ofSeconds(10));
        assertThat(claimed().quarantineOver()).isFalse();
    }

    @Test
    void tellsWhatIsKnownOfAnUnknownChange() {
        var change = accepted();
        var trouble = new Trouble(Trouble.Kind.BROKEN_OFF, "connection reset");
        lost();

        var unknown = (ChangeState.Unknown) stored(change).state();
        assertThat(unknown.trouble()).isEqualTo(trouble);
        assertThat(unknown.lastShown()).isEmpty();
        assertThat(unknown.lastCheckAt()).isEmpty();
        assertThat(unknown.checks()).isZero();
        assertThat(unknown.nextCheckAt()).isEqualTo(unknown.since().plus(Change.FIRST_CHECK));
        assertThat(unknown.certainBy())
                .isEqualTo(stored(change).attempts().getLast().intendedAt().plus(TIMING.quarantine()));
    }

    @Test
    void tellsWhatTheLastCheckShowed() {
        var change = accepted();
        lost();
        var before = (ChangeState.Unknown) stored(change).state();
        passes(Duration.ofSeconds(10));

        var shown = Optional.<SpendingLimit>of(SpendingLimit.of("4000"));
        changes().record(claimed(), new Next.KeepLooking(shown, Duration.ofSeconds(6)), Optional.empty());

        var unknown = (ChangeState.Unknown) stored(change).state();
        assertThat(unknown.trouble()).isEqualTo(before.trouble());
        assertThat(unknown.lastShown()).isEqualTo(shown);
        assertThat(unknown.checks()).isEqualTo(1);
        assertThat(unknown.nextCheckAt())
                .isEqualTo(unknown.lastCheckAt().orElseThrow().plusSeconds(6));
        passes(Duration.ofSeconds(10));

        changes().record(claimed(), new Next.KeepLooking(Optional.empty(), Duration.ofSeconds(12)), Optional.empty());

        var later = (ChangeState.Unknown) stored(change).state();
        assertThat(later.lastShown()).isEmpty();
        assertThat(later.checks()).isEqualTo(2);
    }

    @Test
    void plansNoCheckAcrossTheEndOfTheQuarantine() {
        var change = accepted();
        var claim = intended();
        changes().record(claim, lostSight(claim, Duration.ofHours(1)), Optional.of(Attempt.End.LOST));

        var lost = (ChangeState.Unknown) stored(change).state();
        assertThat(lost.nextCheckAt()).isEqualTo(lost.certainBy());

        passes(TIMING.quarantine().plus(MOMENT));
        var check = claimed();
        assertThat(check.quarantineOver()).isTrue();
        changes().record(check, new Next.KeepLooking(Optional.empty(), Duration.ofHours(1)), Optional.empty());

        var stillLost = (ChangeState.Unknown) stored(change).state();
        assertThat(stillLost.nextCheckAt())
                .isEqualTo(stillLost.lastCheckAt().orElseThrow().plus(Duration.ofHours(1)));
    }

    @Test
    void beginsTheQuarantineAnewWithAResend() {
        var change = accepted();
        lost();
        passes(Duration.ofMinutes(4));
        var check = claimed();
        intended(check);

        passes(LEASE.plus(MOMENT));
        var dead = claimed();
        changes().record(dead, lostSight(dead, Duration.ZERO), Optional.of(Attempt.End.LOST));
        passes(Duration.ofMinutes(2));
        assertThat(claimed().quarantineOver()).isFalse();

        var unknown = (ChangeState.Unknown) stored(change).state();
        assertThat(unknown.certainBy())
                .isEqualTo(stored(change).attempts().getLast().intendedAt().plus(TIMING.quarantine()));
    }

    @Test
    void leavesTheQuarantineToTheAttemptWithoutAnAnswer() {
        var change = accepted();
        lost();
        passes(Duration.ofMinutes(4));
        var resend = intended(claimed());

        changes().record(resend, lostSight(resend, Change.FIRST_CHECK), Optional.of(Attempt.End.REJECTED));

        var unknown = (ChangeState.Unknown) stored(change).state();
        assertThat(unknown.certainBy())
                .isEqualTo(stored(change).attempts().getFirst().intendedAt().plus(TIMING.quarantine()));
    }

    @Test
    void endsAChangeForGood() {
        var refusal = new Refusal(403, Optional.of("900150"), "No right", UUID.randomUUID());
        var change = accepted();

        changes()
                .record(
                        intended(),
                        new Next.Refuse(refusal, ChangeState.Refused.Step.SENDING),
                        Optional.of(Attempt.End.REJECTED));

        var refused = (ChangeState.Refused) stored(change).state();
        assertThat(refused.refusal()).isEqualTo(refusal);
        assertThat(refused.step()).isEqualTo(ChangeState.Refused.Step.SENDING);
        assertThat(stored(change).attempts().getLast().end()).contains(Attempt.End.REJECTED);
        passes(Duration.ofDays(1));
        assertThat(changes().claim(NODE, LEASE)).isEmpty();
    }

    @Test
    void keepsApartWhatMicrosoftRefused() {
        var change = accepted();
        changes()
                .record(
                        claimed(),
                        new Next.Refuse(
                                new Refusal(403, Optional.empty(), "", UUID.randomUUID()),
                                ChangeState.Refused.Step.READING),
                        Optional.empty());

        assertThat(((ChangeState.Refused) stored(change).state()).step()).isEqualTo(ChangeState.Refused.Step.READING);
        assertThat(entries(contoso()).getLast()).containsEntry("step", "reading");
    }

    @Test
    void tellsWhetherMicrosoftListsTheCustomer() {
        accepted();
        assertThat(claimed().listed()).isTrue();
        passes(LEASE.plus(MOMENT));

        customers()
                .learnProblem(
                        contoso(),
                        KnownCustomer.ReadProblem.Kind.RELATIONSHIP_ENDED,
                        "20002",
                        UUID.randomUUID(),
                        customers().now());
        assertThat(claimed().listed()).isFalse();
    }
}
