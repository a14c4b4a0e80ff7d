package dev.purser.chaos.verdict;

import dev.purser.chaos.kind.Promise;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything about one customer.
 *
 * @param kind of fault that it met
 * @param accepted the forms that were answered with a receipt
 * @param changes in the order in which they were asked for
 * @param entries its whole history by number
 * @param receipts the pages of the changes
 * @param sendings in the order of their arrival
 * @param effects in their order
 * @param goneMissing whether the relationship ended in the course of the campaign
 */
public record Case(
        UUID customer,
        String kind,
        Promise promise,
        Set<UUID> accepted,
        List<Told.Change> changes,
        List<Told.Entry> entries,
        Map<UUID, Told.Receipt> receipts,
        List<Happened.Sending> sendings,
        List<Happened.Effect> effects,
        boolean goneMissing) {

    public Case {
        accepted = Set.copyOf(accepted);
        changes = List.copyOf(changes);
        entries = List.copyOf(entries);
        receipts = Map.copyOf(receipts);
        sendings = List.copyOf(sendings);
        effects = List.copyOf(effects);
    }
}
