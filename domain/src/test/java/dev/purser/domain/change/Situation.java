package dev.purser.domain.change;

import dev.purser.domain.change.Shelf.Holding;
import dev.purser.domain.change.WorldOutside.Flight;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything at one moment: the database, Microsoft, two nodes, and what may still go wrong.
 *
 * @param nodes nothing tells them apart but what they are doing
 */
record Situation(StoredChanges stored, WorldOutside world, List<Node> nodes, Spare spare) {

    /**
     * A node.
     *
     * @param waits whether its request has left and it waits for the answer
     */
    record Node(NodeProgress progress, Holding holding, boolean waits) {

        boolean idle() {
            return progress.next() instanceof NodeProgress.Call.ToClaim;
        }

        boolean holds() {
            return !idle() && holding == Holding.CURRENT;
        }

        /** Whether it is about to send; nothing but the fence keeps it from that. */
        boolean aboutToSend() {
            return progress.next() instanceof NodeProgress.Call.ToSend && !waits;
        }

        /** Whether nothing that it will do can have an effect any more. */
        boolean spent() {
            return !idle() && holding == Holding.TAKEN_OVER && !aboutToSend();
        }

        Node takenOver() {
            return new Node(progress, Holding.TAKEN_OVER, waits);
        }
    }

    /** How often something may still go wrong. */
    record Spare(int crashes, int expiries, int oddities, int edits) {

        Spare crash() {
            return new Spare(crashes - 1, expiries, oddities, edits);
        }

        Spare expiry() {
            return new Spare(crashes, expiries - 1, oddities, edits);
        }

        Spare oddity() {
            return new Spare(crashes, expiries, oddities - 1, edits);
        }

        Spare edit() {
            return new Spare(crashes, expiries, oddities, edits - 1);
        }
    }

    Situation with(StoredChanges next) {
        return new Situation(next, world, nodes, spare);
    }

    Situation with(WorldOutside next) {
        return new Situation(stored, next, nodes, spare);
    }

    Situation with(Spare next) {
        return new Situation(stored, world, nodes, next);
    }

    Situation with(Node before, Node after) {
        var other = nodes.get(nodes.getFirst().equals(before) ? 1 : 0);
        return new Situation(stored, world, List.of(after, other), spare);
    }

    Situation withAll(Stream<Node> all) {
        return new Situation(stored, world, all.toList(), spare);
    }

    /** Whether a node that holds the lease is about to make that request. */
    boolean aboutToBeSent(Flight flight) {
        return nodes.stream()
                .anyMatch(node -> node.holds()
                        && node.aboutToSend()
                        && node.progress().flight(flight.left()).equals(flight));
    }

    @Override
    public String toString() {
        return stored + "; " + world;
    }
}
