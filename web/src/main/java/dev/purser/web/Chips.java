package dev.purser.web;

import dev.purser.domain.history.History.Named;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.HistoryWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which filters are set, each with the way to take it off. */
record Chips(HistoryWords words, Figures figures) {

    /**
     * @param people who can be chosen from
     * @param customerName of the customer filtered by, if there is one
     */
    List<Chip> of(HistoryFilter filter, List<Named> people, Optional<String> customerName) {
        return Stream.of(
                        chip(filter, HistoryFilter.TEXT, "", text(filter.text())),
                        chip(filter, HistoryFilter.WHO, words.who(), who(filter.who(), people)),
                        chip(filter, HistoryFilter.CUSTOMER, words.customer(), customerName.map(Sentence::name)),
                        chip(
                                filter,
                                HistoryFilter.OUTCOME,
                                words.outcome(),
                                filter.chosenOutcome().map(words::choice)),
                        chip(
                                filter,
                                HistoryFilter.FROM,
                                "",
                                filter.firstDay().map(figures::day).map(words::chipFrom)),
                        chip(
                                filter,
                                HistoryFilter.UNTIL,
                                "",
                                filter.lastDay().map(figures::day).map(words::chipUntil)),
                        chip(
                                filter,
                                HistoryFilter.STEPS,
                                "",
                                filter.everyStep() ? Optional.of(words.chipSteps()) : Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(words.chipText(Sentence.name(text)));
    }

    private Optional<String> who(String pseudonym, List<Named> people) {
        return pseudonym.isEmpty()
                ? Optional.empty()
                : Optional.of(people.stream()
                        .filter(person -> person.pseudonym().equals(pseudonym))
                        .findFirst()
                        .map(person -> Sentence.name(person.name()))
                        .orElseGet(words::erased));
    }

    private static Optional<Chip> chip(HistoryFilter filter, String parameter, String name, Optional<String> value) {
        return value.map(said -> new Chip(name, new Sentence(said), filter.without(parameter)));
    }
}
