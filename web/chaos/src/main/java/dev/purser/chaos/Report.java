package dev.purser.chaos;

import dev.purser.chaos.kind.Kind;
import dev.purser.chaos.kind.Promise;
import dev.purser.chaos.people.PageLog;
import dev.purser.chaos.people.PageLog.Circumstance;
import dev.purser.chaos.people.PageLog.Request;
import dev.purser.chaos.stage.Outages;
import dev.purser.chaos.stage.Outages.What;
import dev.purser.chaos.verdict.Case;
import dev.purser.chaos.verdict.CaseStory;
import dev.purser.chaos.verdict.Finding;
import dev.purser.chaos.verdict.Judge;
import dev.purser.chaos.verdict.Told;
import dev.purser.chaos.verdict.Told.State;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a campaign has shown. */
final class Report {

    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();
    private static final int SHOWN_REQUESTS = 20;

    private final Options options;
    private final List<Kind> kinds;
    private final List<Case> cases;
    private final List<String> complaints;
    private final PageLog pages;
    private final Outages outages;
    private final Duration took;
    private final List<Request> requests;
    private final List<Finding> findings;

    Report(
            Options options,
            List<Kind> kinds,
            List<Case> cases,
            List<String> complaints,
            PageLog pages,
            Outages outages,
            Duration took) {
        this.options = options;
        this.kinds = kinds;
        this.cases = cases;
        this.complaints = complaints;
        this.pages = pages;
        this.outages = outages;
        this.took = took;
        this.requests = pages.requests();
        this.findings = cases.stream().flatMap(one -> Judge.judge(one).stream()).toList();
    }

    /** Untrue receipts, and whatever else broke a rule. */
    List<Finding> findings() {
        return findings;
    }

    /** What kept people from going on. */
    List<String> complaints() {
        return complaints;
    }

    /** Requests that broke, or got no answer at all, though nothing was down. */
    List<Request> broken() {
        return undisturbed(request -> PageLog.broke(request) || request.status().isEmpty());
    }

    /** Requests that took too long, though nothing was down. */
    List<Request> slow() {
        return undisturbed(PageLog::slow);
    }

    /** How many changes were accepted. */
    int changes() {
        return cases.stream().mapToInt(one -> one.changes().size()).sum();
    }

    long timesDown(What what) {
        return outages.count(what);
    }

    boolean clean() {
        return findings.isEmpty() && complaints.isEmpty() && broken().isEmpty() && slow().isEmpty();
    }

    private List<Request> undisturbed(Predicate<Request> wanted) {
        return requests.stream()
                .filter(wanted)
                .filter(request -> pages.circumstance(request) == Circumstance.NOTHING_DOWN)
                .toList();
    }

    /** All of it, for a person. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add("%-34s %9s %7s  %-46s %7s %8s %4s"
                .formatted("kind", "customers", "changes", "outcomes", "resends", "slowest", "5xx"));
        kinds.forEach(kind -> lines.add(row(kind)));
        lines.add("");
        lines.add("Seed %d: %d kinds on %d customers, %d changes, %d requests to Microsoft to set a budget; %d s."
                .formatted(
                        options.seed(),
                        kinds.size(),
                        cases.size(),
                        changes(),
                        cases.stream().mapToInt(one -> one.sendings().size()).sum(),
                        took.toSeconds()));
        lines.add("The first node was down %d times, the second %d times, PostgreSQL %d times."
                .formatted(
                        outages.count(What.FIRST_NODE), outages.count(What.SECOND_NODE), outages.count(What.DATABASE)));
        lines.add("The machine has %d processors; its load at the end was %.1f."
                .formatted(MACHINE.getAvailableProcessors(), MACHINE.getSystemLoadAverage()));
        lines.addAll(pagesInWords());
        undisturbedInWords(lines, "Broke, though nothing was down:", broken());
        undisturbedInWords(lines, "Took longer than 5 s, though nothing was down:", slow());
        complaints.forEach(complaint -> lines.add("A person could not go on: " + complaint));
        findings.forEach(finding -> lines.add(inWords(finding)));
        lines.add(
                clean()
                        ? "Every receipt is true."
                        : "%d rules broken, %d people could not go on, %d pages broken, %d pages late."
                                .formatted(findings.size(), complaints.size(), broken().size(), slow().size()));
        return String.join("\n", lines);
    }

    private String row(Kind kind) {
        var own = cases.stream().filter(one -> one.kind().equals(kind.name())).toList();
        var changes = own.stream().flatMap(one -> one.changes().stream()).toList();
        var asked = requests.stream()
                .filter(request -> request.kind().equals(kind.name()))
                .toList();
        var outcomes = changes.stream().collect(Collectors.groupingBy(Told.Change::state, Collectors.counting()));
        var told = Arrays.stream(State.values())
                .filter(outcomes::containsKey)
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + outcomes.get(state))
                .collect(Collectors.joining(", "));
        return "%-34s %9d %7d  %-46s %7d %6.1f s %4d"
                .formatted(
                        kind.name() + (kind.promise() == Promise.BEYOND_THE_SETTINGS ? " *" : ""),
                        own.size(),
                        changes.size(),
                        told,
                        changes.stream()
                                .mapToLong(change -> change.attempts().size()
                                        - change.attempts().stream()
                                                .map(Told.Attempt::request)
                                                .distinct()
                                                .count())
                                .sum(),
                        slowest(asked).toMillis() / 1_000.0,
                        asked.stream()
                                .filter(request -> pages.circumstance(request) == Circumstance.NOTHING_DOWN)
                                .filter(PageLog::broke)
                                .count());
    }

    private Duration slowest(List<Request> asked) {
        return asked.stream()
                .filter(request -> pages.circumstance(request) == Circumstance.NOTHING_DOWN)
                .filter(request -> request.status().isPresent())
                .map(Request::took)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private List<String> pagesInWords() {
        var lines = new ArrayList<String>();
        for (var circumstance : Circumstance.values()) {
            var those = requests.stream()
                    .filter(request -> pages.circumstance(request) == circumstance)
                    .toList();
            lines.add("Pages %s: %d, of which %d with a 5xx, %d without an answer, %d slower than 5 s."
                    .formatted(
                            switch (circumstance) {
                                case NOTHING_DOWN -> "while nothing was down";
                                case NODE_DOWN -> "asked of a node that was down";
                                case DATABASE_DOWN -> "while PostgreSQL was down";
                            },
                            those.size(),
                            those.stream().filter(PageLog::broke).count(),
                            those.stream().filter(one -> one.status().isEmpty()).count(),
                            those.stream().filter(PageLog::slow).count()));
        }
        if (kinds.stream().anyMatch(kind -> kind.promise() == Promise.BEYOND_THE_SETTINGS)) {
            lines.add(
                    "* Microsoft does what the settings rule out. A receipt may then say \"not applied\" of what lands"
                            + " later; still nothing is lost, nothing is sent without its intent, and nothing overlaps.");
        }
        return lines;
    }

    private static void undisturbedInWords(List<String> lines, String heading, List<Request> found) {
        if (!found.isEmpty()) {
            lines.add(heading);
            found.stream()
                    .limit(SHOWN_REQUESTS)
                    .forEach(request -> lines.add("  %s node %d %s %s: %s, %.1f s (%s)"
                            .formatted(
                                    request.at(),
                                    request.node() + 1,
                                    request.method(),
                                    request.path(),
                                    request.status().map(String::valueOf).orElse("no answer"),
                                    request.took().toMillis() / 1_000.0,
                                    request.kind())));
        }
    }

    private String inWords(Finding finding) {
        var story = cases.stream()
                .filter(one -> one.customer().equals(finding.customer()))
                .map(CaseStory::of)
                .collect(Collectors.joining());
        return finding.rule() + ": " + finding.rule().sentence() + " " + finding.words() + "\n" + story;
    }
}
