package dev.purser.simulator;

import java.util.EnumSet;
import java.util.Set;

/** Whether API answers begin with the three bytes EF BB BF, as some of the real service's do. */
public enum ByteOrderMark {
    ABSENT {
        @Override
        Set<Route> routes() {
            return Set.of();
        }
    },
    BEFORE_JSON {
        @Override
        Set<Route> routes() {
            return EnumSet.complementOf(EnumSet.of(Route.TOKEN));
        }
    };

    abstract Set<Route> routes();
}
