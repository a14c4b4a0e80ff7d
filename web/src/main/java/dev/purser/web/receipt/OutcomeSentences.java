package dev.purser.web.receipt;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.usage.UsedShare;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.EntryFacts;
import dev.purser.web.receipt.Outcome.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of a change what is known of it, and nothing more.
 *
 * @param reader who reads; only to them it is "you"
 * @param now for how long there is still to wait
 */
record OutcomeSentences(OutcomeWords words, Figures figures, PersonId reader, Instant now) {

    /** When an answer is overdue: opening a connection (5 s) and the answer (30 s) are over. */
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(35);

    private static final Duration WORTH_TELLING = Duration.ofMinutes(2);

    /**
     * @param entries of the change, oldest first
     * @param used how much of the budget is used, if the budget known to Purser is the one of this change
     */
    Outcome of(Change change, List<Entry> entries, Optional<UsedShare> used) {
        var proof = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CHANGE_APPLIED_AFTER_ALL)
                .findFirst();
        return proof.isPresent() ? appliedAfterAll(change, proof.get()) : byState(change, entries, used);
    }

    private Outcome byState(Change change, List<Entry> entries, Optional<UsedShare> used) {
        return switch (change.state()) {
            case ChangeState.Requested(var waiting, var tries) -> requested(change, waiting);
            case ChangeState.Submitting(var since) -> submitting(change, since);
            case ChangeState.Unknown unknown -> unknown(change, unknown);
            case ChangeState.Confirmed(var evidence, var correlation, var at) -> confirmed(change, evidence, at, used);
            case ChangeState.Refused(var refusal, var step, var at) -> refused(change, refusal, step, at);
            case ChangeState.NotApplied(var shown, var at) -> notApplied(change, shown, at, entries);
            case ChangeState.Conflict(var shown, var at) -> conflict(change, shown);
            case ChangeState.Disputed(var shown, var at) -> disputed(change, shown);
        };
    }

    private Outcome appliedAfterAll(Change change, Entry proof) {
        var at = figures.moment(new EntryFacts(proof).recordedAt().orElse(proof.at()));
        return outcome(
                Tone.SOMEONE_ELSE,
                words.titleAppliedAfterAll(),
                switch (change.wanted()) {
                    case NotSet notSet -> words.removedAfterAll(at);
                    case Limit limit -> words.appliedAfterAll(amount(change, limit), at);
                },
                List.of(words.anotherOutcomeBefore(), words.lookBeforeAsking()),
                Way.COMPARE);
    }

    private Outcome requested(Change change, Optional<Waiting> waiting) {
        var meaning = new ArrayList<String>();
        meaning.add(neverSent(change) ? words.nothingSentYet() : words.nothingApplied());
        var pause = waiting.filter(until -> until.until().isAfter(now));
        var setUp = waiting.filter(until -> until.cause() == Waiting.Cause.ACCOUNT_NOT_SET_UP)
                .isEmpty();
        meaning.add(
                setUp
                        ? pause.map(until -> sentAt(change, until.until())).orElseGet(() -> sentSoon(change))
                        : words.sentOnceSetUp());
        return outcome(
                Tone.WAITING,
                words.titleWaiting(),
                waiting.filter(until -> !setUp || pause.isPresent())
                        .map(until -> waiting(change, until))
                        .orElseGet(words::waiting),
                meaning,
                Way.LOOK_AGAIN);
    }

    private String waiting(Change change, Waiting waiting) {
        return switch (waiting.cause()) {
            case THROTTLED -> words.waitingThrottled(figures.moment(waiting.until()));
            case QUARANTINE -> words.waitingQuarantine(figures.moment(waiting.until()));
            case UNAVAILABLE -> words.waitingUnavailable();
            case ACCOUNT_NOT_SET_UP ->
                words.waitingNotSetUp(change.customer().account().shown());
            case OLD_READING -> words.waitingOldReading();
            case NEW_TOKEN -> words.waitingToken();
        };
    }

    private String sentAt(Change change, Instant at) {
        return switch (change.seen()) {
            case NotSet notSet -> words.sentAtIfNotSet(figures.moment(at));
            case Limit limit -> words.sentAt(figures.moment(at), amount(change, limit));
        };
    }

    private String sentSoon(Change change) {
        return switch (change.seen()) {
            case NotSet notSet -> words.sentSoonIfNotSet();
            case Limit limit -> words.sentSoon(amount(change, limit));
        };
    }

    private Outcome submitting(Change change, Instant since) {
        var at = figures.moment(since);
        if (since.plus(LONGEST_ANSWER).isBefore(now)) {
            return outcome(
                    Tone.UNKNOWN,
                    words.titleUnknown(),
                    notKnown(change),
                    List.of(words.answerOverdue(at)),
                    Way.LOOK_AGAIN);
        }
        var meaning = switch (change.wanted()) {
            case NotSet notSet -> words.submittingRemovalSince(at);
            case Limit limit -> words.submittingSince(amount(change, limit), at);
        };
        return outcome(Tone.WAITING, words.titleWaiting(), words.submitting(), List.of(meaning), Way.LOOK_AGAIN);
    }

    private Outcome unknown(Change change, ChangeState.Unknown unknown) {
        return outcome(
                Tone.UNKNOWN,
                words.titleUnknown(),
                notKnown(change),
                List.of(broke(unknown.trouble().kind(), unknown.since()), settled(unknown), checked(unknown)),
                Way.LOOK_AGAIN);
    }

    private String settled(ChangeState.Unknown unknown) {
        var certain = figures.moment(unknown.certainBy());
        if (unknown.certainBy().isAfter(now)) {
            return words.certainBy(certain);
        }
        // A check that could have decided and did not: there was nothing to be read.
        var unreadable = unknown.lastShown().isEmpty()
                && unknown.lastCheckAt().filter(unknown.certainBy()::isBefore).isPresent();
        return unreadable ? words.certainOverdue(certain) : words.certainNext();
    }

    private String checked(ChangeState.Unknown unknown) {
        var next = figures.moment(unknown.nextCheckAt());
        var checks = figures.count(unknown.checks());
        if (!unknown.nextCheckAt().isAfter(now)) {
            return unknown.checks() == 0 ? words.firstCheckNow() : words.checkedAndNow(checks);
        }
        return unknown.checks() == 0 ? words.firstCheck(next) : words.checked(checks, next);
    }

    private String notKnown(Change change) {
        return switch (change.wanted()) {
            case NotSet notSet -> words.unknownRemoval();
            case Limit limit -> words.unknown(amount(change, limit));
        };
    }

    private String broke(Trouble.Kind trouble, Instant when) {
        var at = figures.moment(when);
        return switch (trouble) {
            case NOT_REACHED -> words.notReached(at);
            case ACCOUNT_NOT_SET_UP -> words.notSetUp(at);
            case BROKEN_OFF -> words.brokenOff(at);
            case NO_ANSWER -> words.noAnswer(at);
            case SERVICE_ERROR -> words.serviceError(at);
            case UNREADABLE -> words.unreadable(at);
            case OTHER_BUDGET_SHOWN -> words.otherBudgetShown(at);
            case EARLIER_UNANSWERED -> words.earlierUnanswered(at);
            case PORTAL_STOPPED -> words.portalStopped(at);
        };
    }

    private Outcome confirmed(Change change, Evidence evidence, Instant at, Optional<UsedShare> used) {
        var sentence = switch (change.wanted()) {
            case NotSet notSet -> words.confirmedRemoval(figures.moment(at));
            case Limit limit -> words.confirmed(amount(change, limit), figures.moment(at));
        };
        var meaning = new ArrayList<String>();
        meaning.add(moved(change));
        used.flatMap(this::used).ifPresent(meaning::add);
        switch (evidence) {
            case ANSWER -> {
                var took = Duration.between(change.askedAt(), at);
                if (!took.isNegative() && took.compareTo(WORTH_TELLING) < 0) {
                    meaning.add(words.took(figures.seconds(took)));
                }
            }
            case ANSWER_TO_RESEND -> meaning.add(words.byAnswerToResend());
            case READ_BACK -> meaning.add(words.byReadBack());
            case ACTIVITY_RECORD -> meaning.add(words.byActivityRecord());
        }
        return outcome(Tone.CONFIRMED, words.titleConfirmed(), sentence, meaning, Way.NONE);
    }

    private String moved(Change change) {
        var move = change.move();
        var difference = move.difference()
                .map(by -> figures.amount(by.abs(), change.currency()))
                .orElse("");
        var percent = move.percent().map(figures::signedPercent).orElse("");
        return switch (move.direction()) {
            case RAISED -> percent.isEmpty() ? words.upFromZero(difference) : words.up(difference, percent);
            case LOWERED -> words.down(difference, percent);
            case SET -> words.set();
            case REMOVED -> words.removed(shown(change, change.before()));
            // A resend can find the budget as it was asked for; then nothing was left to be moved.
            case UNCHANGED -> "";
        };
    }

    private Optional<String> used(UsedShare share) {
        return switch (share) {
            case UsedShare.Percent(var percent) -> Optional.of(words.used(figures.wholePercent(percent)));
            case UsedShare.OverZero overZero -> Optional.of(words.usedOverZero());
            case UsedShare.NoBudget noBudget -> Optional.empty();
        };
    }

    private Outcome refused(Change change, Refusal refusal, ChangeState.Refused.Step step, Instant at) {
        var sentence = switch (change.wanted()) {
            case NotSet notSet -> words.refusedRemoval(figures.moment(at));
            case Limit limit -> words.refused(amount(change, limit), figures.moment(at));
        };
        var account = change.customer().account().shown();
        var still = switch (step) {
            case READING -> neverSent(change) ? words.refusedToShow() : words.refusedToShowAgain();
            case SENDING ->
                switch (change.before()) {
                    case NotSet notSet -> words.stillNotSet();
                    case Limit limit -> words.still(amount(change, limit));
                };
        };
        return switch (refusal.kind()) {
            case CREDENTIALS -> refused(sentence, still, refusal, mendCredentials(refusal, account), Way.ASK_AGAIN);
            case RIGHT_MISSING -> refused(sentence, still, refusal, words.mendRight(account), Way.ASK_AGAIN);
            case NO_USAGE -> refused(sentence, still, refusal, words.mendNoUsage(), Way.ASK_AGAIN);
            case RELATIONSHIP_ENDED -> refused(sentence, still, refusal, words.mendEnded(), Way.NONE);
            case NOT_FOUND -> refused(sentence, still, refusal, words.mendNotFound(), Way.ASK_AGAIN);
            case REQUEST -> refused(sentence, still, refusal, words.mendRequest(), Way.NONE);
        };
    }

    /** The two are renewed in different ways, and by different people. */
    private String mendCredentials(Refusal refusal, String account) {
        if (refusal.isOfGrant()) {
            return words.mendGrant(account);
        }
        return refusal.code().filter("invalid_client"::equals).isPresent()
                ? words.mendSecret(account)
                : words.mendCredentials(account);
    }

    private Outcome refused(String sentence, String still, Refusal refusal, String mend, Way way) {
        return outcome(
                Tone.REFUSED, words.titleRefused(), sentence, List.of(still, theirWords(words, refusal), mend), way);
    }

    static String theirWords(OutcomeWords words, Refusal refusal) {
        var code = statusAndCode(words, refusal);
        return refusal.words().isBlank() ? words.noWords(code) : words.words(Sentence.quoted(refusal.words()), code);
    }

    static String statusAndCode(OutcomeWords words, Refusal refusal) {
        var status = Integer.toString(refusal.status());
        return refusal.code()
                .map(code -> words.statusAndCode(status, Sentence.name(code)))
                .orElseGet(() -> words.status(status));
    }

    private Outcome notApplied(Change change, SpendingLimit shown, Instant at, List<Entry> entries) {
        var sentence = switch (shown) {
            case NotSet notSet -> words.notAppliedNotSet();
            case Limit limit -> words.notApplied(amount(change, limit));
        };
        var broke = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CHANGE_UNKNOWN)
                .findFirst()
                .map(entry -> broke(new EntryFacts(entry).trouble(), entry.at()))
                .orElse("");
        return outcome(
                Tone.NOT_APPLIED,
                words.titleNotApplied(),
                sentence,
                List.of(broke, words.notAppliedCertain(figures.moment(at))),
                Way.ASK_AGAIN);
    }

    private Outcome conflict(Change change, SpendingLimit shown) {
        var sentence = switch (change.seen()) {
            case NotSet notSet -> words.conflictFromNotSet(shown(change, shown));
            case Limit limit ->
                change.who().equals(reader)
                        ? words.conflictYouSaw(shown(change, shown), amount(change, limit))
                        : words.conflict(shown(change, shown), amount(change, limit));
        };
        var asAsked = shown.equals(change.wanted());
        return outcome(
                Tone.SOMEONE_ELSE,
                words.titleSomeoneElse(),
                sentence,
                List.of(
                        neverSent(change) ? words.nothingSent() : words.nothingWasApplied(),
                        asAsked ? words.conflictAsAsked() : words.conflictCompare()),
                asAsked ? Way.NONE : Way.COMPARE);
    }

    private Outcome disputed(Change change, Optional<SpendingLimit> shown) {
        var left = change.attempts().stream()
                .filter(attempt -> !attempt.certain())
                .reduce((one, later) -> later)
                .map(attempt -> figures.moment(attempt.intendedAt()))
                .orElseThrow();
        return shown.map(limit -> outcome(
                        Tone.SOMEONE_ELSE,
                        words.titleSomeoneElse(),
                        words.disputed(shown(change, limit)),
                        List.of(words.disputedMeaning(left)),
                        Way.COMPARE))
                .orElseGet(() -> outcome(
                        Tone.UNKNOWN,
                        words.titleNotKnown(),
                        words.disputedUnreadable(),
                        List.of(words.disputedUnreadableMeaning(left)),
                        Way.NONE));
    }

    private String shown(Change change, SpendingLimit limit) {
        return switch (limit) {
            case NotSet notSet -> words.noBudget();
            case Limit amount -> amount(change, amount);
        };
    }

    private String amount(Change change, Limit limit) {
        return figures.amount(limit, change.currency());
    }

    private static boolean neverSent(Change change) {
        return change.attempts().stream()
                .allMatch(attempt -> attempt.end().equals(Optional.of(Attempt.End.NEVER_SENT)));
    }

    static String length(OutcomeWords words, Figures figures, Duration pause) {
        // Rounded up: who comes back then is never too early.
        var seconds = pause.plusMillis(999).toSeconds();
        return seconds < 120
                ? words.seconds(figures.count(seconds))
                : words.minutes(figures.count(Math.ceilDiv(seconds, 60)));
    }

    private static Outcome outcome(Tone tone, String title, String sentence, List<String> meaning, Way way) {
        return new Outcome(
                tone,
                title,
                new Sentence(sentence),
                meaning.stream()
                        .filter(said -> !said.isEmpty())
                        .map(Sentence::new)
                        .toList(),
                way);
    }
}
