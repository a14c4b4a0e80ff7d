/** The simulator as its callers see it: over real HTTP, and through its journal. */
@org.jspecify.annotations.NullMarked
package dev.purser.simulator;
