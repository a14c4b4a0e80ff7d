/**
 * The judgement: what Purser says of each customer (changes, attempts, entries, receipts) beside what really happened
 * there (the simulator's journal). A <em>finding</em> is a broken rule; its story shows both sides in the order of time.
 */
@NullMarked
package dev.purser.chaos.verdict;

import org.jspecify.annotations.NullMarked;
