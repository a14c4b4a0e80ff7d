/**
 * A change of one budget, from the wish to its outcome.
 *
 * <dl>
 *   <dt>Change<dd>a wish to set or remove one budget, with a reason and perhaps a ticket.
 *   <dt>Attempt<dd>one sending of it. Its intent is recorded before any byte is sent.
 *   <dt>Certain answer<dd>an answer after which an attempt can have no further effect.
 *   <dt>Outcome<dd>confirmed, refused, not applied, changed by someone else (conflict, disputed); <i>unknown</i> is on the
 *       way there.
 *   <dt>Undo<dd>a change that asks for the budget before a confirmed one, as long as that one is still in force.
 *   <dt>Quarantine<dd>the time in which a request that got no certain answer may still land.
 *   <dt>Claim<dd>the right of one node to work on one customer for a while, with an epoch that every write compares.
 * </dl>
 */
@NullMarked
package dev.purser.domain.change;

import org.jspecify.annotations.NullMarked;
