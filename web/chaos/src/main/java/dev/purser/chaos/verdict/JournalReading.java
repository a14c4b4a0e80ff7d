package dev.purser.chaos.verdict;

import dev.purser.chaos.verdict.Happened.By;
import dev.purser.chaos.verdict.Happened.Effect;
import dev.purser.chaos.verdict.Happened.Sending;
import dev.purser.simulator.Applied;
import dev.purser.simulator.Exchange;
import dev.purser.simulator.Journal;
import dev.purser.simulator.Origin;
import dev.purser.simulator.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The simulator's journal by customer.
 *
 * @param sendings requests to set a budget, in the order of their arrival
 * @param effects in their order
 */
public record JournalReading(Map<UUID, List<Sending>> sendings, Map<UUID, List<Effect>> effects) {

    public static JournalReading of(Journal journal) {
        var sendings = new HashMap<UUID, List<Sending>>();
        for (var exchange : journal.exchanges(Route.PATCH_BUDGET)) {
            exchange.customer()
                    .ifPresent(customer -> sendings.computeIfAbsent(customer, _ -> new ArrayList<>())
                            .add(sending(exchange)));
        }
        var effects = new HashMap<UUID, List<Effect>>();
        for (var applied : journal.applied()) {
            effects.computeIfAbsent(applied.customer(), _ -> new ArrayList<>()).add(effect(applied));
        }
        return new JournalReading(sendings, effects);
    }

    private static Sending sending(Exchange exchange) {
        var end = switch (exchange.ending()) {
            case Exchange.Ending.UnderWay _ -> "under way";
            case Exchange.Ending.Answered(int status) -> "answered " + status;
            case Exchange.Ending.Broken(String how) -> how;
        };
        return new Sending(
                exchange.requestId().orElse(""),
                exchange.correlationId().orElse(""),
                exchange.started(),
                exchange.startedAs(),
                exchange.finishedAs(),
                exchange.fault().map(Object::toString).orElse("no fault") + ", " + end
                        + exchange.finished().map(at -> " at " + at).orElse(""));
    }

    private static Effect effect(Applied applied) {
        return new Effect(
                applied.before(),
                applied.after(),
                applied.requestId(),
                applied.correlationId(),
                applied.at(),
                applied.origin() == Origin.API ? By.PURSER : By.SOMEBODY_ELSE);
    }
}
