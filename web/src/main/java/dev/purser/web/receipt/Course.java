package dev.purser.web.receipt;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.history.Entry;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.EntryFacts;
import dev.purser.web.receipt.Moment.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what happened to a change, from its entries, and what is still to come, from its state.
 *
 * @param outcomes words for pauses and refusals, which the result has as well
 */
record Course(CourseWords words, OutcomeWords outcomes, Figures figures, Instant now) {

    /**
     * The lines, first to last.
     *
     * @param who name of the person who asked
     */
    List<Moment> of(Change change, String who, List<Entry> entries) {
        var past = Stream.concat(entries.stream().map(entry -> past(change, who, entry)), lastCheck(change))
                .sorted(Comparator.comparing(line -> line.at().orElse(Instant.MAX)));
        return Stream.concat(past, next(change)).toList();
    }

    private Moment past(Change change, String who, Entry entry) {
        var facts = new EntryFacts(entry);
        return switch (entry.kind()) {
            case CHANGE_REQUESTED -> line(entry, Look.PAST, requested(facts, Sentence.name(who)), typed(facts));
            case CHANGE_WAITING -> line(entry, Look.PAST, waiting(facts), untouched(facts));
            case CHANGE_SENDING -> line(entry, Look.PAST, sending(change, facts), attempt(facts));
            case CHANGE_UNKNOWN -> line(entry, Look.UNCERTAIN, trouble(facts), words.lineUncertain());
            case CHANGE_CONFIRMED -> line(entry, Look.GOOD, confirmed(facts), evidence(facts));
            case CHANGE_REFUSED -> line(entry, Look.BAD, words.lineRefused(), refusal(facts));
            case CHANGE_NOT_APPLIED -> line(entry, Look.PAST, notApplied(change, facts), words.lineNotAppliedCertain());
            case CHANGE_CONFLICT -> line(entry, Look.BAD, conflict(change, facts), untouched(facts));
            case CHANGE_DISPUTED -> line(entry, Look.BAD, disputed(change, facts), "");
            case CHANGE_RECORDED ->
                facts.recordedOtherwise()
                        ? line(entry, Look.BAD, words.lineRecordedOtherwise(), recordedAt(facts))
                        : line(entry, Look.GOOD, words.lineRecorded(), recordedAt(facts));
            case CHANGE_APPLIED_AFTER_ALL -> line(entry, Look.BAD, words.lineAppliedAfterAll(), recordedAt(facts));
            case CHANGE_PERHAPS_RECORDED -> line(entry, Look.UNCERTAIN, words.linePerhapsRecorded(), recordedAt(facts));
            // These tell of no change of ours, so that none has them in its course.
            case OUTSIDE_CHANGE -> line(entry, Look.PAST, words.lineOutside(), recordedAt(facts));
            case SIGNED_IN -> line(entry, Look.PAST, words.lineSignedIn(), "");
            case ACCOUNT_CONNECTED -> line(entry, Look.PAST, words.lineConnected(), "");
            case CUSTOMERS_GRANTED,
                    CUSTOMERS_TAKEN,
                    PERSON_INVITED,
                    INVITATION_WITHDRAWN,
                    INVITATION_ACCEPTED,
                    SESSIONS_ENDED -> line(entry, Look.PAST, words.lineRights(), "");
        };
    }

    private String recordedAt(EntryFacts facts) {
        return facts.recordedAt()
                .map(at -> words.lineRecordedAt(figures.moment(at)))
                .orElse("");
    }

    private String requested(EntryFacts facts, String who) {
        return switch (facts.after().orElse(NotSet.INSTANCE)) {
            case NotSet notSet -> words.lineRequestedRemoval(who);
            case Limit limit -> words.lineRequested(who, figures.amount(limit, facts.currency()));
        };
    }

    private String typed(EntryFacts facts) {
        var typed = facts.text("typed");
        return typed.equals(facts.text("after")) || typed.isEmpty() ? "" : words.lineTyped(Sentence.name(typed));
    }

    private String waiting(EntryFacts facts) {
        return switch (facts.cause()) {
            case QUARANTINE -> words.lineQuarantine();
            case THROTTLED ->
                words.lineThrottled(OutcomeSentences.length(outcomes, figures, Duration.parse(facts.text("pause"))));
            case UNAVAILABLE -> words.lineUnavailable();
            case ACCOUNT_NOT_SET_UP -> words.lineNotSetUp();
            case OLD_READING -> words.lineOldReading();
            case NEW_TOKEN -> words.lineNewToken();
        };
    }

    /** What is known of an attempt only afterwards: the entry was written before anything was sent. */
    private String sending(Change change, EntryFacts facts) {
        var end = change.attempts().stream()
                .filter(attempt -> Integer.toString(attempt.number()).equals(facts.text("attempt")))
                .findFirst()
                .flatMap(Attempt::end);
        return end.map(what -> switch (what) {
                    case APPLIED, REJECTED, UNAUTHORIZED, THROTTLED -> words.lineSent();
                    case NEVER_SENT, CREDENTIALS_REFUSED -> words.lineNeverSent();
                    case LOST -> words.lineIntent();
                })
                .orElseGet(words::lineIntent);
    }

    private String untouched(EntryFacts facts) {
        return facts.text("attempt").isEmpty() ? words.lineNothingSent() : words.lineNothingApplied();
    }

    private String attempt(EntryFacts facts) {
        return switch (facts.before().orElse(NotSet.INSTANCE)) {
            case NotSet notSet -> words.lineAttemptNotSet(facts.text("attempt"));
            case Limit limit -> words.lineAttempt(facts.text("attempt"), figures.amount(limit, facts.currency()));
        };
    }

    private String trouble(EntryFacts facts) {
        return switch (facts.trouble()) {
            case NOT_REACHED -> words.lineNotReached();
            case ACCOUNT_NOT_SET_UP -> words.lineNotSetUp();
            case BROKEN_OFF -> words.lineBrokenOff();
            case NO_ANSWER -> words.lineNoAnswer();
            case SERVICE_ERROR -> words.lineServiceError();
            case UNREADABLE -> words.lineUnreadable();
            case OTHER_BUDGET_SHOWN -> words.lineOtherBudgetShown();
            case EARLIER_UNANSWERED -> words.lineEarlierUnanswered();
            case PORTAL_STOPPED -> words.linePortalStopped();
        };
    }

    private String confirmed(EntryFacts facts) {
        return switch (facts.after().orElse(NotSet.INSTANCE)) {
            case NotSet notSet -> words.lineConfirmedRemoval();
            case Limit limit -> words.lineConfirmed(figures.amount(limit, facts.currency()));
        };
    }

    private String evidence(EntryFacts facts) {
        return switch (facts.evidence()) {
            case ANSWER -> words.lineByAnswer(facts.text("status"));
            case ANSWER_TO_RESEND -> words.lineByAnswerToResend(facts.text("status"));
            case READ_BACK -> words.lineByReadBack();
            case ACTIVITY_RECORD -> words.lineByActivityRecord();
        };
    }

    private String refusal(EntryFacts facts) {
        var refusal = facts.refusal();
        var code = OutcomeSentences.statusAndCode(outcomes, refusal);
        return refusal.words().isBlank() ? code : words.lineWords(Sentence.quoted(refusal.words()), code);
    }

    private String notApplied(Change change, EntryFacts facts) {
        return shown(change, facts).map(words::lineNotApplied).orElseGet(words::lineNotAppliedNotSet);
    }

    private String conflict(Change change, EntryFacts facts) {
        return shown(change, facts).map(words::lineConflict).orElseGet(words::lineConflictNotSet);
    }

    private String disputed(Change change, EntryFacts facts) {
        if (facts.shown().isEmpty()) {
            return words.lineDisputedUnreadable();
        }
        return shown(change, facts).map(words::lineDisputed).orElseGet(words::lineDisputedNotSet);
    }

    /** The amount that Microsoft showed; empty where it showed that none is set. */
    private Optional<String> shown(Change change, EntryFacts facts) {
        return facts.shown().flatMap(shown -> amount(shown, change.currency()));
    }

    private Optional<String> amount(SpendingLimit shown, BillingCurrency currency) {
        return shown instanceof Limit limit ? Optional.of(figures.amount(limit, currency)) : Optional.empty();
    }

    /** Checks that decided nothing are no entries; the last one is known from the state. */
    private Stream<Moment> lastCheck(Change change) {
        if (!(change.state() instanceof ChangeState.Unknown unknown)
                || unknown.lastCheckAt().isEmpty()) {
            return Stream.empty();
        }
        var number = figures.count(unknown.checks());
        var what = unknown.lastShown()
                .map(shown ->
                        amount(shown, change.currency()).map(words::lineChecked).orElseGet(words::lineCheckedNotSet))
                .orElseGet(words::lineCheckedUnreadable);
        var more = unknown.lastShown().isPresent() ? words.lineCheckProvesNothing(number) : words.lineCheck(number);
        return unknown.lastCheckAt().stream()
                .map(at -> line(Optional.of(at), figures.exactly(at), Look.PAST, what, more));
    }

    private Stream<Moment> next(Change change) {
        return switch (change.state()) {
            case ChangeState.Requested(var waiting, var tries) ->
                Stream.of(next(waiting.map(ChangeState.Waiting::until), words.nextSent(), sentIf(change)));
            case ChangeState.Submitting(var since) -> Stream.of(answer(since.plus(OutcomeSentences.LONGEST_ANSWER)));
            case ChangeState.Unknown unknown ->
                unknown.certainBy().isAfter(now)
                        ? Stream.of(
                                next(Optional.of(unknown.nextCheckAt()), words.nextCheck(), ""),
                                next(Optional.of(unknown.certainBy()), words.nextCertain(), words.nextCertainHow()))
                        : Stream.of(
                                next(Optional.of(unknown.nextCheckAt()), words.nextCheck(), words.nextCheckDecides()));
            case ChangeState.Ended ended -> Stream.empty();
        };
    }

    private Moment answer(Instant latest) {
        return latest.isAfter(now)
                ? next(Optional.of(latest), words.nextAnswer(), words.nextAnswerElse())
                : line(Optional.empty(), words.soon(), Look.NEXT, words.nextLookedAfter(), "");
    }

    private String sentIf(Change change) {
        return amount(change.seen(), change.currency()).map(words::nextSentIf).orElseGet(words::nextSentIfNotSet);
    }

    private Moment next(Optional<Instant> at, String what, String more) {
        var later = at.filter(now::isBefore);
        return line(later, later.map(this::clock).orElseGet(words::now), Look.NEXT, what, more);
    }

    private String clock(Instant at) {
        return new Sentence(figures.moment(at)).text();
    }

    private Moment line(Entry entry, Look look, String what, String more) {
        return line(Optional.of(entry.at()), figures.exactly(entry.at()), look, what, more);
    }

    private static Moment line(Optional<Instant> at, String shown, Look look, String what, String more) {
        return new Moment(
                at,
                shown,
                look,
                new Sentence(what),
                Optional.of(more).filter(said -> !said.isEmpty()).map(Sentence::new));
    }
}
