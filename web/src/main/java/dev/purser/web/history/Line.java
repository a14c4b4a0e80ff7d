package dev.purser.web.history;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.web.format.Delta;
import dev.purser.web.format.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry in a list.
 *
 * @param action what was done or asked for
 * @param who did it; empty text where it tells of nobody
 * @param beside the outcome
 * @param currency of both budgets
 * @param before the budget before; empty where the entry tells of none
 * @param after the budget that was asked for, or that others set
 */
public record Line(
        EntryFacts facts,
        String action,
        String who,
        Outcome outcome,
        Optional<String> beside,
        BillingCurrency currency,
        Optional<SpendingLimit> before,
        Optional<SpendingLimit> after,
        Optional<Delta> delta) {

    public static Line of(EntrySentences sentences, Entry entry) {
        var facts = new EntryFacts(entry);
        var currency = facts.currency();
        return new Line(
                facts,
                sentences.action(entry),
                sentences.who(entry),
                Outcome.of(entry),
                sentences.beside(entry),
                currency,
                facts.before(),
                facts.after(),
                facts.move().flatMap(move -> Delta.of(move, currency)));
    }

    /** When others did it, of which Purser only learnt at the time of the entry. */
    public Optional<Instant> doneAt() {
        return facts.recordedAt().filter(at -> facts.entry().kind() == EntryKind.OUTSIDE_CHANGE);
    }

    public Entry entry() {
        return facts.entry();
    }

    /** Whether the budget was only asked for: then it must not read as the budget. */
    public boolean asked() {
        return after.isPresent() && !outcome.inForce();
    }
}
