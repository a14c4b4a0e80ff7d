/**
 * What a customer has used of Azure in the current period.
 *
 * <dl>
 *   <dt>Spend so far<dd>Microsoft's estimate before tax, about a day behind.
 *   <dt>As of<dd>when Microsoft last counted.
 *   <dt>Used %<dd>spend so far in percent of the budget.
 * </dl>
 */
@NullMarked
package dev.purser.domain.usage;

import org.jspecify.annotations.NullMarked;
