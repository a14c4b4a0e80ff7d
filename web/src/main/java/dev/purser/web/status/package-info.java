/**
 * How Purser and its accounts at Microsoft are.
 *
 * <dl>
 *   <dt>Account line<dd>how reading goes for one account, and whose turn it is where it does not.
 *   <dt>Trouble<dd>what stands in the way, what it means for the budgets, and what to do.
 * </dl>
 */
@NullMarked
package dev.purser.web.status;

import org.jspecify.annotations.NullMarked;
