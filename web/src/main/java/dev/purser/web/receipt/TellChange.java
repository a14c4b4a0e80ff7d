package dev.purser.web.receipt;

import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.history.Entry;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.usage.UsedShare;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.EntryFacts;
import dev.purser.web.language.ReaderLanguage;
import dev.purser.web.receipt.Outcome.Way;
import dev.purser.web.receipt.Told.Answer;
import dev.purser.web.receipt.Told.Sending;
import dev.purser.web.receipt.Told.Settling;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells of a change what is known of it at this moment. */
@Singleton
public class TellChange {

    private final ReaderLanguage language;
    private final DisplayTime time;

    TellChange(ReaderLanguage language, DisplayTime time) {
        this.language = language;
        this.time = time;
    }

    /**
     * Everything that its receipt says.
     *
     * @param who name of the person who asked
     * @param entries of the change, oldest first
     * @param used how much of the budget is used, if the budget that Purser knows is the one of this change
     * @param reader who reads it
     */
    public Told tell(Change change, String who, List<Entry> entries, Optional<UsedShare> used, Actor reader) {
        var now = time.now();
        var figures = Figures.about(time, language.locale(), change.askedAt());
        var outcomes = outcomes();
        var course = language.words(CourseWords.class);
        var outcome = new OutcomeSentences(outcomes, figures, reader.person(), now).of(change, entries, used);
        var lines = new Course(course, outcomes, figures, now).of(change, who, entries);
        return new Told(
                outcome,
                way(outcome.way(), reader),
                Sum.of(change, entries),
                lines,
                change.attempts().stream()
                        .map(attempt -> new Sending(attempt, end(attempt)))
                        .toList(),
                entries.stream().flatMap(entry -> answer(entry).stream()).toList(),
                new TicketText(words(), figures, now).of(change, outcome, who),
                change.state() instanceof ChangeState.Open ? Settling.OPEN : Settling.ENDED,
                version(change, lines));
    }

    /** Who changes no budgets is not asked to. */
    private static Way way(Way way, Actor reader) {
        return switch (way) {
            case NONE, LOOK_AGAIN -> way;
            case ASK_AGAIN, COMPARE -> reader.writer().isPresent() ? way : Way.NONE;
        };
    }

    private String end(Attempt attempt) {
        return attempt.end()
                .map(end -> switch (end) {
                    case APPLIED -> words().endApplied();
                    case REJECTED -> words().endRejected();
                    case UNAUTHORIZED -> words().endUnauthorized();
                    case THROTTLED -> words().endThrottled();
                    case NEVER_SENT -> words().endNeverSent();
                    case CREDENTIALS_REFUSED -> words().endCredentialsRefused();
                    case LOST -> words().endLost();
                })
                .orElseGet(() -> words().endNone());
    }

    private Optional<Answer> answer(Entry entry) {
        return switch (entry.kind()) {
            case CHANGE_CONFIRMED ->
                entry.fact("status")
                        .map(status -> new Answer(
                                words().answer(), new Sentence(outcomes().status(status))));
            case CHANGE_REFUSED ->
                Optional.of(new Answer(
                        words().answer(),
                        new Sentence(OutcomeSentences.theirWords(outcomes(), new EntryFacts(entry).refusal()))));
            case CHANGE_UNKNOWN, CHANGE_WAITING ->
                entry.fact("detail").map(detail -> new Answer(words().broke(), new Sentence(Sentence.quoted(detail))));
            case CHANGE_REQUESTED,
                    CHANGE_SENDING,
                    CHANGE_NOT_APPLIED,
                    CHANGE_CONFLICT,
                    CHANGE_DISPUTED,
                    CHANGE_RECORDED,
                    CHANGE_APPLIED_AFTER_ALL,
                    CHANGE_PERHAPS_RECORDED,
                    OUTSIDE_CHANGE,
                    SIGNED_IN,
                    ACCOUNT_CONNECTED,
                    CUSTOMERS_GRANTED,
                    CUSTOMERS_TAKEN,
                    PERSON_INVITED,
                    INVITATION_WITHDRAWN,
                    INVITATION_ACCEPTED,
                    SESSIONS_ENDED -> Optional.empty();
        };
    }

    private ReceiptWords words() {
        return language.words(ReceiptWords.class);
    }

    private OutcomeWords outcomes() {
        return language.words(OutcomeWords.class);
    }

    private static String version(Change change, List<Moment> course) {
        var told = change.state() + "\n" + change.attempts() + "\n" + course;
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
