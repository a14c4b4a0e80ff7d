package dev.purser.chaos.verdict;

import dev.purser.chaos.kind.Promise;
import dev.purser.chaos.verdict.Happened.By;
import dev.purser.chaos.verdict.Happened.Effect;
import dev.purser.chaos.verdict.Told.Change;
import dev.purser.chaos.verdict.Told.Entry;
import dev.purser.chaos.verdict.Told.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what Purser says of a customer against what happened there. */
public final class Judge {

    private static final String REQUESTED = "change-requested";
    private static final String SENDING = "change-sending";
    private static final Set<String> ENDS = Set.of(
            State.CONFIRMED.entry(),
            State.REFUSED.entry(),
            State.NOT_APPLIED.entry(),
            State.CONFLICT.entry(),
            State.DISPUTED.entry());

    private final Case one;
    private final List<Finding> findings = new ArrayList<>();

    private Judge(Case one) {
        this.one = one;
    }

    /** Every broken rule that this customer is owed; empty when all is true. */
    public static List<Finding> judge(Case one) {
        var judge = new Judge(one);
        judge.nothingIsLost();
        judge.historyIsWhole();
        one.changes().forEach(judge::isTold);
        one.changes().forEach(judge::isTrue);
        judge.sendingsAreIntended();
        judge.sendingsDoNotOverlap();
        judge.effectsAreInOrder();
        judge.endsRight();
        return judge.findings.stream()
                .filter(finding -> one.promise() == Promise.EVERY_RECEIPT_TRUE
                        || finding.rule().holdsBeyondTheSettings())
                .toList();
    }

    private void nothingIsLost() {
        for (var form : one.accepted()) {
            if (one.changes().stream().noneMatch(change -> change.id().equals(form))) {
                find(Rule.LOST, "form " + form);
            }
        }
    }

    private void historyIsWhole() {
        for (int at = 0; at < one.entries().size(); at++) {
            if (one.entries().get(at).number() != at + 1L) {
                find(
                        Rule.GAP,
                        "place " + (at + 1) + " holds entry "
                                + one.entries().get(at).number());
                return;
            }
        }
    }

    private void isTold(Change change) {
        if (!change.state().ended()) {
            find(Rule.UNSETTLED, change, "is " + change.state());
        }
        entriesTellOf(change);
        var receipt = one.receipts().get(change.id());
        if (receipt == null || receipt.status() != 200) {
            find(Rule.NO_RECEIPT, change, receipt == null ? "was not looked at" : "status " + receipt.status());
        } else if (!receipt.outcome()
                .map(style -> shows(style, change.state()) || tellsWhatCameLater(style, change))
                .orElse(false)) {
            find(Rule.PAGE_UNLIKE_STATE, change, change.state() + " reads: " + receipt.sentence());
        }
    }

    private void entriesTellOf(Change change) {
        var kinds = one.entries().stream()
                .filter(entry -> entry.change().equals(Optional.of(change.id())))
                .map(Entry::kind)
                .toList();
        var ends = kinds.stream().filter(ENDS::contains).toList();
        var expected = change.state().ended() ? List.of(change.state().entry()) : List.<String>of();
        var inOrder = !kinds.isEmpty()
                && kinds.getFirst().equals(REQUESTED)
                && kinds.stream().filter(REQUESTED::equals).count() == 1
                && (ends.isEmpty() || ENDS.contains(kinds.getLast()))
                && kinds.stream().filter(SENDING::equals).count()
                        == change.attempts().size();
        if (!inOrder || !ends.equals(expected)) {
            find(Rule.ENTRIES_UNLIKE_STATE, change, change.state() + " but " + kinds);
        }
    }

    /** Styles say less than states: what others did looks the same, whether something was sent or not. */
    private static boolean shows(String style, State state) {
        return switch (state) {
            case REQUESTED -> style.equals("wait");
            case SUBMITTING -> Set.of("wait", "unknown").contains(style);
            case UNKNOWN -> style.equals("unknown");
            case CONFIRMED -> style.equals("ok");
            case REFUSED -> style.equals("bad");
            case NOT_APPLIED -> style.equals("still");
            case CONFLICT -> style.equals("warn");
            case DISPUTED -> Set.of("warn", "unknown").contains(style);
        };
    }

    /** Microsoft's records prove of what was denied that it was applied after all: then the receipt says so, and the state stays. */
    private boolean tellsWhatCameLater(String style, Change change) {
        return Set.of(State.REFUSED, State.NOT_APPLIED).contains(change.state())
                && style.equals("warn")
                && !effectsOf(change).isEmpty();
    }

    private void isTrue(Change change) {
        var effects = effectsOf(change);
        switch (change.state()) {
            case CONFIRMED -> {
                if (effects.stream().noneMatch(effect -> same(effect.after(), change.wanted()))
                        && !wasSetByOthers(change)) {
                    find(
                            Rule.CONFIRMED_IN_VAIN,
                            change,
                            "by " + change.evidence().orElse("nothing"));
                }
            }
            case REFUSED, NOT_APPLIED, CONFLICT -> {
                if (!effects.isEmpty()) {
                    find(
                            Rule.DENIED_IN_VAIN,
                            change,
                            change.state() + ", took effect at "
                                    + effects.getFirst().at());
                }
            }
            case DISPUTED -> {
                if (!one.goneMissing() && one.effects().stream().noneMatch(effect -> effect.by() == By.SOMEBODY_ELSE)) {
                    find(Rule.DISPUTED_IN_VAIN, change, "");
                }
            }
            case REQUESTED, SUBMITTING, UNKNOWN -> {}
        }
        if (change.resends() > 1) {
            find(Rule.RESENT_TOO_OFTEN, change, change.resends() + " resends");
        }
        if (effects.size() > 1 + change.resends()) {
            find(Rule.APPLIED_TOO_OFTEN, change, effects.size() + " times with " + change.resends() + " resends");
        }
    }

    /** Somebody else set the very budget that was asked for, and reading back cannot tell the two apart. */
    private boolean wasSetByOthers(Change change) {
        return change.evidence().filter("READ_BACK"::equals).isPresent()
                && one.effects().stream()
                        .anyMatch(effect -> effect.by() == By.SOMEBODY_ELSE
                                && same(effect.after(), change.wanted())
                                && change.endedAt()
                                        .filter(end -> effect.at().isBefore(end))
                                        .isPresent());
    }

    private List<Effect> effectsOf(Change change) {
        return one.effects().stream()
                .filter(effect -> effect.by() == By.PURSER && change.made(effect.correlation()))
                .toList();
    }

    private void sendingsAreIntended() {
        var byCorrelation = one.sendings().stream()
                .collect(Collectors.groupingBy(Happened.Sending::correlation, Collectors.counting()));
        byCorrelation.forEach((correlation, count) -> {
            if (count > 1) {
                find(Rule.ATTEMPT_SENT_TWICE, correlation + " " + count + " times");
            }
        });
        for (var sending : one.sendings()) {
            var intended = one.entries().stream()
                    .anyMatch(entry -> entry.kind().equals(SENDING)
                            && entry.fact("correlation").equalsIgnoreCase(sending.correlation())
                            && entry.fact("request").equalsIgnoreCase(sending.request())
                            && !entry.at().isAfter(sending.started()));
            if (!intended) {
                find(Rule.SENT_WITHOUT_INTENT, sending.correlation() + " at " + sending.started());
            }
        }
    }

    private void sendingsDoNotOverlap() {
        for (int i = 0; i < one.sendings().size(); i++) {
            for (int j = i + 1; j < one.sendings().size(); j++) {
                var first = one.sendings().get(i);
                var second = one.sendings().get(j);
                if (first.overlaps(second)) {
                    find(Rule.OVERLAPPING, first.correlation() + " and " + second.correlation());
                }
            }
        }
    }

    private void effectsAreInOrder() {
        var latest = -1;
        for (var effect : one.effects()) {
            if (effect.by() == By.PURSER) {
                var place = placeOf(effect);
                if (place < 0) {
                    find(
                            Rule.SENT_WITHOUT_INTENT,
                            "the effect of " + effect.at() + " is nobody's: " + effect.correlation());
                } else if (place < latest) {
                    find(Rule.OUT_OF_ORDER, one.changes().get(place), "took effect at " + effect.at());
                }
                latest = Math.max(latest, place);
            }
        }
    }

    private int placeOf(Effect effect) {
        for (int place = 0; place < one.changes().size(); place++) {
            if (one.changes().get(place).made(effect.correlation())) {
                return place;
            }
        }
        return -1;
    }

    /** Where the last who set it was Purser, it says so of that change, and of no later one that it set another. */
    private void endsRight() {
        if (one.effects().isEmpty() || one.effects().getLast().by() == By.SOMEBODY_ELSE) {
            return;
        }
        var last = one.effects().getLast();
        var place = placeOf(last);
        var owned = place >= 0
                && Set.of(State.CONFIRMED, State.DISPUTED)
                        .contains(one.changes().get(place).state());
        var overtaken = one.changes().stream()
                .skip(place + 1L)
                .anyMatch(change -> change.state() == State.CONFIRMED && !same(change.wanted(), last.after()));
        if (!owned || overtaken) {
            find(Rule.WRONG_IN_THE_END, "it is " + text(last.after()));
        }
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().compareTo(other.get()) == 0);
    }

    static String text(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("not set");
    }

    private void find(Rule rule, Change change, String words) {
        find(rule, "change " + change.id() + " " + words);
    }

    private void find(Rule rule, String words) {
        findings.add(new Finding(rule, one.customer(), words));
    }
}
