package dev.purser.chaos.kind;

/** A blow against processes, and when it falls. */
public record Strike(Blow blow, Moment moment) {

    /** What is done to processes. */
    public enum Blow {
        /** {@code kill -9} of the node that carries the change. */
        KILL_NODE,
        KILL_BOTH_NODES,
        /** {@code kill -9} of PostgreSQL with all its processes. */
        KILL_DATABASE,
        KILL_NODE_AND_DATABASE,
        /** The node stands still for longer than a change may take from its intent to its departure. */
        FREEZE_PAST_FENCE,
        /** The node stands still for longer than it may work on a customer. */
        FREEZE_PAST_LEASE
    }

    /** Where a change of a customer of the kind stands when the blow falls. */
    public enum Moment {
        /** The form is on its way. */
        ASKING,
        /** Microsoft is being asked for the budget. */
        READING,
        /** Microsoft has the request and has not answered it. */
        SENDING,
        /** It took effect; the answer is on its way or was just recorded. */
        APPLIED,
        /** The answer got lost. */
        UNKNOWN
    }
}
