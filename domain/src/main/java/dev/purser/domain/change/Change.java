package dev.purser.domain.change;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt.End;
import dev.purser.domain.change.ChangeState.Refused.Step;
import dev.purser.domain.change.ChangeState.Waiting.Cause;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A wish to set or remove one budget, and everything that has become of it. What follows from a reading or an answer is
 * decided here and nowhere else.
 *
 * @param id minted with the form; the request id of the first attempt
 * @param customerName the name that the customer had
 * @param seen the budget that the person saw when they asked
 * @param wanted the budget asked for
 * @param askedAt when the wish was accepted
 * @param undoes the confirmed change whose budget before is asked for again; empty unless it was asked for as an undo
 */
public record Change(
        UUID id,
        CustomerId customer,
        String customerName,
        PersonId who,
        SpendingLimit seen,
        SpendingLimit wanted,
        BillingCurrency currency,
        Wording wording,
        Instant askedAt,
        ChangeState state,
        List<Attempt> attempts,
        Optional<UUID> undoes) {

    /** When to look for the first time after losing sight: soon, as most requests land at once, but after the page has said so. */
    static final Duration FIRST_CHECK = Duration.ofSeconds(3);

    private static final Duration LONGEST_BETWEEN_CHECKS = Duration.ofSeconds(60);
    private static final Duration LONGEST_BETWEEN_TRIES = Duration.ofMinutes(5);

    /** A resend gives a request that got lost a second chance; more could only overwrite what others did since. */
    private static final int MOST_RESENDS = 1;

    public Change {
        attempts = List.copyOf(attempts);
        if (seen.equals(wanted)) {
            throw new IllegalArgumentException("A change that changes nothing");
        }
    }

    public BudgetMove move() {
        return new BudgetMove(before(), wanted);
    }

    /** What Microsoft showed right before the last attempt; until then what the person saw. */
    public SpendingLimit before() {
        return attempts.isEmpty() ? seen : attempts.getLast().readBefore();
    }

    /**
     * What follows when Microsoft shows a budget before anything, or anything uncertain, was sent.
     *
     * @param superseded what Microsoft may show although it has been replaced: it permits no sending and blames nobody
     */
    public Next afterReading(Reading<SpendingLimit> reading, Set<SpendingLimit> superseded) {
        return switch (reading) {
            case Reading.Read<SpendingLimit>(var shown, var correlation)
            when superseded.contains(shown) -> new Next.Wait(Cause.OLD_READING, untilNextTry(), shown.toString());
            case Reading.Read<SpendingLimit>(var shown, var correlation)
            when shown.equals(seen) -> new Next.Send(shown, requestId());
            case Reading.Read<SpendingLimit>(var shown, var correlation) -> new Next.StandBack(shown, correlation);
            case Reading.Refused<SpendingLimit>(var refusal) -> new Next.Refuse(refusal, Step.READING);
            case Reading.Throttled<SpendingLimit>(var pause, var correlation) ->
                new Next.Wait(Cause.THROTTLED, pause, "");
            case Reading.Unavailable<SpendingLimit>(var trouble, var correlation) -> waitOut(trouble);
        };
    }

    /** The same while a further attempt is under way. */
    Change sending(Attempt attempt) {
        return new Change(
                id,
                customer,
                customerName,
                who,
                seen,
                wanted,
                currency,
                wording,
                askedAt,
                new ChangeState.Submitting(attempt.intendedAt()),
                Stream.concat(attempts.stream(), Stream.of(attempt)).toList(),
                undoes);
    }

    /** What follows from the answer to the last attempt. */
    public Next.Transition afterAnswer(Answer answer) {
        return switch (answer) {
            case Answer.Shown(var limit, var status, var correlation)
            when limit.equals(wanted) ->
                new Next.Confirm(resends() > 0 ? Evidence.ANSWER_TO_RESEND : Evidence.ANSWER, status, correlation);
            case Answer.Shown(var limit, var status, var correlation) ->
                new Next.LoseSight(
                        new Trouble(Trouble.Kind.OTHER_BUDGET_SHOWN, status + " " + limit), correlation, FIRST_CHECK);
            case Answer.Lost(var trouble, var correlation) -> new Next.LoseSight(trouble, correlation, FIRST_CHECK);
            case Answer.Rejected(var refusal) ->
                earlierUncertain() ? stillUnknown() : new Next.Refuse(refusal, Step.SENDING);
            case Answer.CredentialsRefused(var refusal) ->
                earlierUncertain() ? stillUnknown() : new Next.Refuse(refusal, Step.SENDING);
            case Answer.Unauthorized(var refusal) when earlierUncertain() -> stillUnknown();
            case Answer.Unauthorized(var refusal) ->
                tokenWasJustRenewed()
                        ? new Next.Refuse(refusal, Step.SENDING)
                        : new Next.Wait(Cause.NEW_TOKEN, Duration.ZERO, "401");
            case Answer.Throttled(var pause, var correlation) ->
                earlierUncertain() ? stillUnknown() : new Next.Wait(Cause.THROTTLED, pause, "429");
            case Answer.NeverSent(var trouble) -> earlierUncertain() ? stillUnknown() : waitOut(trouble);
            case Answer.TooLate() ->
                earlierUncertain() ? stillUnknown() : new Next.Wait(Cause.UNAVAILABLE, Duration.ZERO, "too late");
        };
    }

    /** What an answer says of its attempt, whatever follows for the change. */
    public End end(Answer answer) {
        return switch (answer) {
            case Answer.Shown(var limit, var status, var correlation) -> limit.equals(wanted) ? End.APPLIED : End.LOST;
            case Answer.Rejected rejected -> End.REJECTED;
            case Answer.Unauthorized unauthorized -> End.UNAUTHORIZED;
            case Answer.Throttled throttled -> End.THROTTLED;
            case Answer.NeverSent neverSent -> End.NEVER_SENT;
            case Answer.TooLate tooLate -> End.NEVER_SENT;
            case Answer.CredentialsRefused refused -> End.CREDENTIALS_REFUSED;
            case Answer.Lost lost -> End.LOST;
        };
    }

    /**
     * What follows when an unknown change is looked at.
     *
     * @param quarantineOver whether the quarantine had ended before the reading began; only then does it decide
     * @param superseded what Microsoft may show although it has been replaced: it proves nothing
     */
    public Next afterReadBack(Reading<SpendingLimit> reading, boolean quarantineOver, Set<SpendingLimit> superseded) {
        return switch (reading) {
            // Undoing a change asks for the budget that was in force before it: an old reading would look like success.
            case Reading.Read<SpendingLimit>(var shown, var correlation)
            when superseded.contains(shown) -> new Next.KeepLooking(Optional.of(shown), untilNextCheck());
            case Reading.Read<SpendingLimit>(var shown, var correlation)
            when shown.equals(wanted) -> new Next.Confirm(Evidence.READ_BACK, 200, correlation);
            case Reading.Read<SpendingLimit>(var shown, var correlation)
            when shown.equals(before()) -> {
                if (quarantineOver) {
                    yield new Next.RuleOut(shown, correlation);
                }
                yield resends() < MOST_RESENDS
                        ? new Next.Send(shown, attempts.getLast().request())
                        : new Next.KeepLooking(Optional.of(shown), untilNextCheck());
            }
            case Reading.Read<SpendingLimit>(var shown, var correlation) ->
                quarantineOver
                        ? new Next.Dispute(Optional.of(shown), correlation)
                        : new Next.KeepLooking(Optional.of(shown), untilNextCheck());
            case Reading.Refused<SpendingLimit>(var refusal)
            when quarantineOver && isGone(refusal) -> new Next.Dispute(Optional.empty(), refusal.correlation());
            case Reading.Refused<SpendingLimit> refused -> new Next.KeepLooking(Optional.empty(), untilNextCheck());
            case Reading.Throttled<SpendingLimit>(var pause, var correlation) ->
                new Next.KeepLooking(Optional.empty(), pause);
            case Reading.Unavailable<SpendingLimit> unavailable ->
                new Next.KeepLooking(Optional.empty(), untilNextCheck());
        };
    }

    /**
     * What follows when Microsoft's activity records show an attempt of an unknown change as carried out.
     *
     * @param correlation of that attempt
     */
    public Next.Transition afterRecord(UUID correlation) {
        return new Next.Confirm(Evidence.ACTIVITY_RECORD, 200, correlation);
    }

    private Next.Wait waitOut(Trouble trouble) {
        var cause = trouble.kind() == Trouble.Kind.ACCOUNT_NOT_SET_UP ? Cause.ACCOUNT_NOT_SET_UP : Cause.UNAVAILABLE;
        return new Next.Wait(cause, untilNextTry(), trouble.detail());
    }

    /**
     * The same, of a customer that Microsoft does not list any more: there, not to be found means to be gone.
     */
    Next afterReadBackUnlisted(Reading<SpendingLimit> reading, boolean quarantineOver, Set<SpendingLimit> superseded) {
        return quarantineOver
                        && reading instanceof Reading.Refused<SpendingLimit>(var refusal)
                        && refusal.kind() == Refusal.Kind.NOT_FOUND
                ? new Next.Dispute(Optional.empty(), refusal.correlation())
                : afterReadBack(reading, quarantineOver, superseded);
    }

    /** Whether an attempt has no certain answer. */
    boolean uncertain() {
        return attempts.stream().anyMatch(attempt -> !attempt.certain());
    }

    private static boolean isGone(Refusal refusal) {
        return switch (refusal.kind()) {
            case RELATIONSHIP_ENDED -> true;
            // These are mended by an administrator or by Microsoft, and then a reading decides after all.
            case CREDENTIALS, RIGHT_MISSING, NOT_FOUND, NO_USAGE, REQUEST -> false;
        };
    }

    private boolean earlierUncertain() {
        return attempts.stream().limit(attempts.size() - 1L).anyMatch(attempt -> !attempt.certain());
    }

    /** After a resend came to nothing, the attempt before it is still the one we know nothing of. */
    private Next.Transition stillUnknown() {
        return new Next.LoseSight(
                new Trouble(Trouble.Kind.EARLIER_UNANSWERED, ""),
                attempts.getLast().correlation(),
                FIRST_CHECK);
    }

    private boolean tokenWasJustRenewed() {
        return attempts.size() > 1 && attempts.get(attempts.size() - 2).end().equals(Optional.of(End.UNAUTHORIZED));
    }

    /** A request id is used again only after silence; after any answer the next attempt takes a new one. */
    private UUID requestId() {
        return attempts.isEmpty() ? id : UUID.randomUUID();
    }

    private long resends() {
        return attempts.stream()
                .skip(1)
                .filter(attempt -> attempt.request()
                        .equals(attempts.get(attempt.number() - 2).request()))
                .count();
    }

    private Duration untilNextTry() {
        // While it is being sent, each attempt so far stands for one try.
        var tries = state instanceof ChangeState.Requested requested ? requested.tries() : attempts.size() - 1;
        return doubling(Duration.ofSeconds(5), tries, LONGEST_BETWEEN_TRIES);
    }

    private Duration untilNextCheck() {
        var checks = state instanceof ChangeState.Unknown unknown ? unknown.checks() : 0;
        return doubling(FIRST_CHECK, checks, LONGEST_BETWEEN_CHECKS);
    }

    private static Duration doubling(Duration first, int times, Duration longest) {
        var pause = first.multipliedBy(1L << Math.min(times, 10));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
