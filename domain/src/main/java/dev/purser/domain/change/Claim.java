package dev.purser.domain.change;

/**
 * The right of one node to work on one change, and so on its customer, for a while.
 *
 * @param epoch of the customer's lease; every write compares it, so that a node that lost the lease writes nothing
 * @param quarantineOver whether, when it was claimed, every request that got no certain answer could no longer land
 */
public record Claim(Change change, long epoch, boolean quarantineOver) {}
