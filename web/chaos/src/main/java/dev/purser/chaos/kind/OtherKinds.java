package dev.purser.chaos.kind;

import static dev.purser.chaos.kind.Kind.beyond;
import static dev.purser.chaos.kind.Kind.of;
import static dev.purser.chaos.kind.Kind.striking;
import static dev.purser.chaos.kind.Ways.APPLIED;
import static dev.purser.chaos.kind.Ways.DROPPED;
import static dev.purser.chaos.kind.Ways.appliedAnd;
import static dev.purser.chaos.kind.Ways.slow;
import static dev.purser.chaos.kind.Ways.together;

import dev.purser.chaos.kind.Strike.Blow;
import dev.purser.chaos.kind.Strike.Moment;
import dev.purser.simulator.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;

/** Somebody else works on the customer; processes die or stand still; Microsoft leaves what the settings say of it. */
final class OtherKinds {

    private OtherKinds() {}

    static Stream<Kind> all() {
        return Stream.of(others(), network(), processes(), beyondTheSettings()).flatMap(kinds -> kinds);
    }

    private static Stream<Kind> others() {
        return Stream.of(
                of("outside-edit-before", scene -> scene.beforeSending(scene::editOutside)),
                of("outside-removal-before", scene -> scene.beforeSending(scene::removeOutside)),
                of("outside-edit-after", scene -> scene.afterSending(scene::editOutside)),
                of("outside-edit-just-before-sending", scene -> scene.patch(edit(Fault.Moment.BEFORE))),
                of("outside-edit-just-after-sending", scene -> scene.patch(edit(Fault.Moment.AFTER))),
                of(
                        "outside-edit-just-after-lost-answer",
                        scene -> scene.patch(together(APPLIED, edit(Fault.Moment.AFTER)))),
                of("outside-edit-while-unknown", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(scene::editOutside);
                }),
                of("outside-edit-while-lost", scene -> {
                    scene.patch(DROPPED);
                    scene.afterSending(scene::editOutside);
                }),
                of("outside-edit-while-late", scene -> {
                    scene.patch(Ways.late(scene));
                    scene.afterSending(scene::editOutside);
                }),
                of("relationship-ends-before", scene -> scene.beforeSending(scene::endRelationship)),
                of("relationship-ends-while-unknown", scene -> {
                    scene.patch(APPLIED);
                    scene.afterSending(scene::endRelationship);
                }),
                of("relationship-ends-while-lost", scene -> {
                    scene.patch(DROPPED);
                    scene.afterSending(scene::endRelationship);
                }));
    }

    private static Fault edit(Fault.Moment moment) {
        return new Fault.OutsideEdit(moment, new Fault.Edit.Add(BigDecimal.valueOf(77)), Duration.ZERO);
    }

    /** For two seconds nobody listens, and whatever is under way is cut off. */
    private static Stream<Kind> network() {
        return Stream.of(
                of("connections-refused-sending", scene -> scene.patch(nobodyListens())),
                of("connections-refused-reading", scene -> scene.get(nobodyListens())));
    }

    private static Fault nobodyListens() {
        return new Fault.RefuseConnections(Duration.ofSeconds(2));
    }

    /** At every moment of a change. */
    private static Stream<Kind> processes() {
        return Stream.of(
                striking("node-dies-asking", Blow.KILL_NODE, Moment.ASKING, _ -> {}),
                striking("node-dies-reading", Blow.KILL_NODE, Moment.READING, scene -> scene.get(slow(3))),
                striking("node-dies-sending", Blow.KILL_NODE, Moment.SENDING, scene -> scene.patch(slow(4))),
                striking("node-dies-applied", Blow.KILL_NODE, Moment.APPLIED, OtherKinds::answerTakesLong),
                striking("node-dies-unknown", Blow.KILL_NODE, Moment.UNKNOWN, scene -> scene.patch(DROPPED)),
                striking("both-nodes-die-sending", Blow.KILL_BOTH_NODES, Moment.SENDING, scene -> scene.patch(slow(4))),
                striking("both-nodes-die-applied", Blow.KILL_BOTH_NODES, Moment.APPLIED, OtherKinds::answerTakesLong),
                striking("database-dies-asking", Blow.KILL_DATABASE, Moment.ASKING, _ -> {}),
                striking("database-dies-reading", Blow.KILL_DATABASE, Moment.READING, scene -> scene.get(slow(3))),
                striking("database-dies-sending", Blow.KILL_DATABASE, Moment.SENDING, scene -> scene.patch(slow(4))),
                striking("database-dies-applied", Blow.KILL_DATABASE, Moment.APPLIED, OtherKinds::answerTakesLong),
                striking("database-dies-unknown", Blow.KILL_DATABASE, Moment.UNKNOWN, scene -> scene.patch(APPLIED)),
                striking(
                        "node-and-database-die-sending",
                        Blow.KILL_NODE_AND_DATABASE,
                        Moment.SENDING,
                        scene -> scene.patch(slow(4))),
                striking(
                        "node-freezes-past-fence", Blow.FREEZE_PAST_FENCE, Moment.READING, scene -> scene.get(slow(3))),
                striking(
                        "node-freezes-past-lease",
                        Blow.FREEZE_PAST_LEASE,
                        Moment.SENDING,
                        scene -> scene.patch(slow(4))));
    }

    /** It takes effect at once, and the answer begins seconds later. */
    private static void answerTakesLong(Scene scene) {
        scene.patch(appliedAnd(slow(4)));
    }

    private static Stream<Kind> beyondTheSettings() {
        return Stream.of(
                beyond(
                        "beyond-lands-after-quarantine",
                        scene -> scene.patch(
                                together(
                                        new Fault.ApplyAfter(
                                                scene.limits().quarantine().plusSeconds(8)),
                                        new Fault.Reset(Fault.ResetMoment.AFTER_READING)),
                                DROPPED)),
                beyond(
                        "beyond-seen-after-quarantine",
                        scene -> scene.patch(
                                together(
                                        APPLIED,
                                        new Fault.StaleReads(
                                                scene.limits().quarantine().plusSeconds(8))),
                                DROPPED)));
    }
}
