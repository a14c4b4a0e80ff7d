/**
 * What is asked of Partner Center, and what it can answer. The facts come from Microsoft's REST reference for Partner
 * Center ("Azure spending" and "Customers").
 *
 * <dl>
 *   <dt>Reading<dd>the result of a question that changes nothing.
 *   <dt>Refusal<dd>Microsoft said no, with a code and words.
 *   <dt>Answer<dd>what became of a budget that was sent, as far as can be known at once.
 *   <dt>Fence<dd>the moment after which a budget may no longer be sent.
 *   <dt>Refresh token<dd>what a user's consent leaves behind: it buys access tokens, and each time a successor of itself.
 *   <dt>Chain<dd>a refresh token and its successors; the newest is the one that counts.
 *   <dt>Turn<dd>the right of one node to use the newest token of a chain, for a moment.
 * </dl>
 */
@NullMarked
package dev.purser.domain.partnercenter;

import org.jspecify.annotations.NullMarked;
