package dev.purser.chaos.verdict;

import java.util.UUID;

/**
 * A broken rule.
 *
 * @param words what exactly is wrong
 */
public record Finding(Rule rule, UUID customer, String words) {}
