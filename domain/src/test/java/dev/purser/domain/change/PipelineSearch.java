package dev.purser.domain.change;

import dev.purser.domain.change.PipelineModel.Step;
import dev.purser.domain.change.Situation.Node;
import dev.purser.domain.change.Situation.Spare;
import dev.purser.domain.change.StoredChanges.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Visits every situation that can be reached, the nearest first, so that what it finds broken is told on the shortest way.
 * Situations are kept as a few numbers each.
 */
final class PipelineSearch {

    private final PipelineModel model;
    private final Numbers<StoredChanges> storeds = new Numbers<>();
    private final Numbers<WorldOutside> worlds = new Numbers<>();
    private final Numbers<Node> nodes = new Numbers<>();
    private final Numbers<Spare> spares = new Numbers<>();
    private final Numbers<Key> reached = new Numbers<>();
    private final Ints cameFrom = new Ints();
    private final Ints arrows = new Ints();
    private final Set<Standing> standings = EnumSet.noneOf(Standing.class);

    PipelineSearch(PipelineModel model) {
        this.model = model;
    }

    /** A situation, by the numbers of its parts; which of the nodes is which makes no difference. */
    private record Key(int stored, int world, int node, int otherNode, int spare) {}

    /** Gives equal things the same number, from 0 in the order of their coming. */
    private static final class Numbers<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> all = new ArrayList<>();

        int of(T one) {
            var number = numbers.putIfAbsent(one, all.size());
            if (number != null) {
                return number;
            }
            all.add(one);
            return all.size() - 1;
        }

        T get(int number) {
            return all.get(number);
        }

        int size() {
            return all.size();
        }
    }

    /** Numbers in a row, without an object for each. */
    private static final class Ints {

        private int[] all = new int[1 << 16];
        private int size;

        void add(int one) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = one;
        }
    }

    /**
     * Searches everything, or until something is broken.
     *
     * @return what is broken and on which way it comes to that; empty where every situation is as it should be
     */
    Optional<String> run() {
        reached.of(key(model.start()));
        cameFrom.add(-1);
        for (var from = 0; from < reached.size(); from++) {
            var now = situation(from);
            now.stored().changes().forEach(change -> standings.add(change.standing()));
            var broken = PipelineRules.brokenIn(now, model);
            if (broken.isPresent()) {
                return Optional.of(broken.get() + "\n" + way(from));
            }
            visitAllFrom(from, now);
        }
        return stuck().map(number -> "Never comes to an end\n" + way(number));
    }

    int situations() {
        return reached.size();
    }

    /** Where changes have stood in any of the situations. */
    Set<Standing> standings() {
        return standings;
    }

    private void visitAllFrom(int from, Situation now) {
        var key = reached.get(from);
        model.steps(now, step -> {
            var before = reached.size();
            var number = reached.of(key(step.next(), now, key));
            if (number == before) {
                cameFrom.add(from);
            }
            if (step.kind() == Step.Kind.PROGRESS && number != from) {
                arrows.add(from);
                arrows.add(number);
            }
        });
    }

    /** A situation from which, though nothing more goes wrong, its change can come to no end. */
    private Optional<Integer> stuck() {
        var ends = new BitSet();
        for (var number = 0; number < reached.size(); number++) {
            ends.set(number, storeds.get(reached.get(number).stored()).allEnded());
        }
        // Arrows lead mostly onwards, so that few rounds against their order reach everything.
        for (var more = true; more; ) {
            more = false;
            for (var arrow = arrows.size - 2; arrow >= 0; arrow -= 2) {
                if (ends.get(arrows.all[arrow + 1]) && !ends.get(arrows.all[arrow])) {
                    ends.set(arrows.all[arrow]);
                    more = true;
                }
            }
        }
        var first = ends.nextClearBit(0);
        return first < reached.size() ? Optional.of(first) : Optional.empty();
    }

    private Key key(Situation situation) {
        var one = nodes.of(situation.nodes().getFirst());
        var other = nodes.of(situation.nodes().getLast());
        return new Key(
                storeds.of(situation.stored()),
                worlds.of(situation.world()),
                Math.min(one, other),
                Math.max(one, other),
                spares.of(situation.spare()));
    }

    /** Most steps leave most parts as they are, and those need not be looked up. */
    private Key key(Situation situation, Situation from, Key fromKey) {
        var one = number(situation.nodes().getFirst(), from, fromKey);
        var other = number(situation.nodes().getLast(), from, fromKey);
        return new Key(
                situation.stored().equals(from.stored()) ? fromKey.stored() : storeds.of(situation.stored()),
                situation.world().equals(from.world()) ? fromKey.world() : worlds.of(situation.world()),
                Math.min(one, other),
                Math.max(one, other),
                situation.spare().equals(from.spare()) ? fromKey.spare() : spares.of(situation.spare()));
    }

    private int number(Node node, Situation from, Key fromKey) {
        if (node.equals(from.nodes().getFirst())) {
            return fromKey.node();
        }
        return node.equals(from.nodes().getLast()) ? fromKey.otherNode() : nodes.of(node);
    }

    private Situation situation(int number) {
        var key = reached.get(number);
        return new Situation(
                storeds.get(key.stored()),
                worlds.get(key.world()),
                List.of(nodes.get(key.node()), nodes.get(key.otherNode())),
                spares.get(key.spare()));
    }

    /** One line for each step from the beginning. */
    private String way(int to) {
        var lines = new ArrayList<String>();
        for (var number = to; number > 0; number = cameFrom.all[number]) {
            var from = cameFrom.all[number];
            var situation = situation(number);
            lines.add("  %-60s [%s]".formatted(label(from, reached.get(number)), situation));
        }
        Collections.reverse(lines);
        return String.join("\n", lines);
    }

    private String label(int from, Key to) {
        var labels = new ArrayList<String>();
        model.steps(situation(from), step -> {
            if (key(step.next()).equals(to)) {
                labels.add(step.label().get());
            }
        });
        return labels.getFirst();
    }
}
