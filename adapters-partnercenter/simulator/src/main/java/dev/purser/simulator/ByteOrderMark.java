package dev.purser.simulator;

/** Whether API answers begin with the three bytes EF BB BF, as some of the real service's do. */
public enum ByteOrderMark {
    ABSENT,
    BEFORE_JSON
}
