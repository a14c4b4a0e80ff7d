package dev.purser.chaos.verdict;

import dev.purser.chaos.kind.Promise;
import dev.purser.chaos.verdict.Happened.By;
import dev.purser.chaos.verdict.Happened.Effect;
import dev.purser.chaos.verdict.Happened.Sending;
import dev.purser.chaos.verdict.Told.Attempt;
import dev.purser.chaos.verdict.Told.Change;
import dev.purser.chaos.verdict.Told.Entry;
import dev.purser.chaos.verdict.Told.Receipt;
import dev.purser.chaos.verdict.Told.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Made-up evidence about one customer. Time goes on by a second with all that is told to happen. */
final class ForgedCase {

    final UUID customer = UUID.randomUUID();
    final Set<UUID> accepted = new HashSet<>();
    final List<Change> changes = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final Map<UUID, Receipt> receipts = new HashMap<>();
    final List<Sending> sendings = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    private Promise promise = Promise.EVERY_RECEIPT_TRUE;
    private boolean gone;
    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private long position;
    private BigDecimal budget = new BigDecimal("1000.00");

    /** One way of a change: what is written, sent and applied is told step by step. */
    final class Forged {
        final UUID id = UUID.randomUUID();
        private final Optional<BigDecimal> wanted;
        private final Instant askedAt = tick();
        private final List<Attempt> attempts = new ArrayList<>();
        private UUID request = id;

        private Forged(String amount) {
            wanted = Optional.of(new BigDecimal(amount));
            accepted.add(id);
            entry("change-requested", Map.of());
        }

        /** Its intent alone. */
        Forged intended() {
            var attempt = new Attempt(attempts.size() + 1, request, UUID.randomUUID(), tick(), Optional.of("LOST"));
            attempts.add(attempt);
            entry(
                    "change-sending",
                    Map.of(
                            "request",
                            request.toString(),
                            "correlation",
                            attempt.correlation().toString()));
            return this;
        }

        /** Its last attempt reaches Microsoft, which is done with it at once. */
        Forged arrives() {
            return arrives(++position, ++position);
        }

        Forged arrives(long startedAs, long finishedAs) {
            var attempt = attempts.getLast();
            sendings.add(new Sending(
                    attempt.request().toString(),
                    attempt.correlation().toString(),
                    tick(),
                    startedAs,
                    finishedAs,
                    "no fault"));
            return this;
        }

        Forged takesEffect() {
            return takesEffect(attempts.size());
        }

        Forged takesEffect(int attempt) {
            effects.add(new Effect(
                    Optional.of(budget),
                    wanted,
                    attempts.get(attempt - 1).request().toString(),
                    attempts.get(attempt - 1).correlation().toString(),
                    tick(),
                    By.PURSER));
            budget = wanted.orElseThrow();
            return this;
        }

        Forged underNewRequest() {
            request = UUID.randomUUID();
            return this;
        }

        Forged ends(State state, String style) {
            return ends(state, style, Optional.empty());
        }

        Forged ends(State state, String style, Optional<String> evidence) {
            entry(state.entry(), Map.of());
            return stands(state, style, evidence);
        }

        /** Its state, without an entry that tells of it. */
        Forged stands(State state, String style, Optional<String> evidence) {
            changes.add(new Change(
                    id,
                    state,
                    wanted,
                    evidence,
                    askedAt,
                    state.ended() ? Optional.of(tick()) : Optional.empty(),
                    attempts));
            receipts.put(id, new Receipt(200, Optional.of(style), state.name()));
            return this;
        }

        private void entry(String kind, Map<String, String> facts) {
            entries.add(new Entry(entries.size() + 1L, kind, now, Optional.of(id), facts));
        }
    }

    Forged change(String amount) {
        return new Forged(amount);
    }

    /** A change that went as it should. */
    Forged confirmed(String amount) {
        return change(amount).intended().arrives().takesEffect().ends(State.CONFIRMED, "ok", Optional.of("ANSWER"));
    }

    void editedOutside(String amount) {
        var after = new BigDecimal(amount);
        effects.add(new Effect(Optional.of(budget), Optional.of(after), "", "", tick(), By.SOMEBODY_ELSE));
        budget = after;
    }

    void relationshipEnds() {
        gone = true;
    }

    void beyondTheSettings() {
        promise = Promise.BEYOND_THE_SETTINGS;
    }

    List<Rule> broken() {
        return Judge.judge(new Case(
                        customer, "forged", promise, accepted, changes, entries, receipts, sendings, effects, gone))
                .stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
