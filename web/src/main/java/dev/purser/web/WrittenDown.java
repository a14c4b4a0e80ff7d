package dev.purser.web;

import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.EntryFacts;
import dev.purser.web.history.EntrySentences;
import dev.purser.web.history.HistoryWords;
import dev.purser.web.history.OutcomeChoice;
import dev.purser.web.language.ReaderLanguage;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what was just done with rights, from the entry that was written of it. A reload says the same and does nothing. */
@Singleton
class WrittenDown {

    /** The parameter of an address that names the entry. */
    static final String PARAMETER = "entry";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Set<EntryKind> KINDS = OutcomeChoice.RIGHTS.kinds();

    private final History history;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final ReaderLanguage language;

    WrittenDown(History history, SignedInActor signedIn, DisplayTime time, ReaderLanguage language) {
        this.history = history;
        this.signedIn = signedIn;
        this.time = time;
        this.language = language;
    }

    /**
     * What an entry says.
     *
     * @param part which part of how many it is, where one entry could not hold it all
     */
    record Said(long entry, Sentence sentence, Optional<String> part) {}

    /** @param number in the address; what is none, or may not be seen, says nothing */
    Optional<Said> in(String number) {
        return Optional.of(number)
                .filter(NUMBER.asMatchPredicate())
                .flatMap(id -> history.find(signedIn.actor().reader(), Long.parseLong(id)))
                .map(History.Surrounded::entry)
                .filter(entry -> KINDS.contains(entry.kind()))
                .map(entry -> {
                    var words = language.words(HistoryWords.class);
                    var figures = Figures.about(time, language.locale(), entry.at());
                    var facts = new EntryFacts(entry);
                    return new Said(
                            entry.id(),
                            new EntrySentences(words, figures).sentence(entry),
                            entry.fact("parts")
                                    .map(parts -> words.partOf(
                                            facts.text("part"),
                                            parts,
                                            figures.count(Long.parseLong(facts.text("total"))))));
                });
    }
}
