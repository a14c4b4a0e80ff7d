package dev.purser.chaos.stage;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Decides which node people come to, as the load balancer does that {@code docs/operations.md} asks for: it sends nobody
 * to a node that does not say that it is ready, or that has refused a connection since; where none is ready, to any of them.
 */
public final class Balancer implements AutoCloseable {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final List<Node> nodes;
    private final Set<Node> ready = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    Balancer(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        // Each by itself: one that stands still must not keep the others from being asked.
        this.nodes.forEach(
                node -> Thread.ofVirtual().name("balancer-" + node.number()).start(() -> watch(node)));
    }

    private void watch(Node node) {
        while (open) {
            if (node.ready()) {
                ready.add(node);
            } else {
                ready.remove(node);
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    /** The one whose turn it is, if it is ready, else the next that is. */
    public Node node(int turn) {
        for (int further = 0; further < nodes.size(); further++) {
            var node = nodes.get(Math.floorMod(turn + further, nodes.size()));
            if (ready.contains(node)) {
                return node;
            }
        }
        return nodes.get(Math.floorMod(turn, nodes.size()));
    }

    /** Takes it out until it says again that it is ready. */
    public void refused(Node node) {
        ready.remove(node);
    }

    /** Whether somebody whom this node has refused can be sent to another at once. */
    public boolean hasInsteadOf(Node node) {
        return !ready.contains(node) && !ready.isEmpty();
    }

    @Override
    public void close() {
        open = false;
    }
}
