/**
 * What a receipt says of one change.
 *
 * <dl>
 *   <dt>Outcome<dd>the result in one sentence, what it means, and the way on. While the change is open, the sentence
 *       says what is not known yet.
 *   <dt>Course<dd>what happened, first to last, and what is still to come.
 *   <dt>Sum<dd>before, change, after.
 *   <dt>Undoing<dd>the way to take a confirmed change back, or why there is none, and by which change it was.
 *   <dt>Ticket text<dd>the same in plain words, to be copied into a ticket.
 * </dl>
 */
@NullMarked
package dev.purser.web.receipt;

import org.jspecify.annotations.NullMarked;
