package dev.purser.chaos.verdict;

import dev.purser.chaos.verdict.Happened.By;
import dev.purser.chaos.verdict.Happened.Effect;
import dev.purser.chaos.verdict.Happened.Sending;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer's whole story in the order of time: on the left what Purser wrote, on the right what happened at Microsoft. */
public final class CaseStory {

    /** The facts of an entry that matter here. */
    private static final Set<String> TOLD = Set.of(
            "change",
            "attempt",
            "request",
            "correlation",
            "before",
            "after",
            "evidence",
            "shown",
            "trouble",
            "detail",
            "status",
            "cause");

    private record Line(Instant at, String left, String right) {

        @Override
        public String toString() {
            return "%-28s %-60s | %s".formatted(at, left, right);
        }
    }

    private CaseStory() {}

    public static String of(Case one) {
        var lines = Stream.of(
                        one.entries().stream().map(CaseStory::line),
                        one.sendings().stream().map(CaseStory::line),
                        one.effects().stream().map(CaseStory::line))
                .flatMap(part -> part)
                .sorted(Comparator.comparing(Line::at))
                .map(Line::toString);
        var changes = one.changes().stream().map(Told.Change::toString);
        return Stream.of(Stream.of("Customer " + one.customer() + ", kind " + one.kind()), lines, changes)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static Line line(Told.Entry entry) {
        var facts = entry.facts().entrySet().stream()
                .filter(fact -> TOLD.contains(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining(" "));
        return new Line(entry.at(), entry.number() + " " + entry.kind() + " " + facts, "");
    }

    private static Line line(Sending sending) {
        return new Line(
                sending.started(),
                "",
                "PATCH request=" + sending.request() + " correlation=" + sending.correlation() + " " + sending.how());
    }

    private static Line line(Effect effect) {
        return new Line(
                effect.at(),
                "",
                "BUDGET " + Judge.text(effect.before()) + " -> " + Judge.text(effect.after())
                        + (effect.by() == By.PURSER ? " correlation=" + effect.correlation() : " by somebody else"));
    }
}
