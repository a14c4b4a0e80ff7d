/**
 * The budget of a customer and what may be asked of it.
 *
 * <dl>
 *   <dt>Account<dd>one Partner Center connection; a partner may have several.
 *   <dt>Customer<dd>an account and the customer's tenant id in it.
 *   <dt>Spending limit<dd>{@code not set} or an amount a month. It warns; it never stops Azure.
 *   <dt>Billing currency<dd>the currency the amount is in, and how we know it, if we know it.
 * </dl>
 */
@NullMarked
package dev.purser.domain.budget;

import org.jspecify.annotations.NullMarked;
