package dev.purser.simulator;

import java.util.function.UnaryOperator;

/** The behaviour in force, which can be changed while the simulator runs. */
public final class Switches {

    private final Behaviour initial;
    private volatile Behaviour inForce;

    Switches(Behaviour initial) {
        this.initial = initial;
        this.inForce = initial;
    }

    public Behaviour now() {
        return inForce;
    }

    /** Answers what is in force thereafter. */
    public synchronized Behaviour change(UnaryOperator<Behaviour> change) {
        inForce = change.apply(inForce);
        return inForce;
    }

    /** As it was when the simulator was started. */
    public Behaviour reset() {
        return change(_ -> initial);
    }
}
