/**
 * What Purser knows of each customer, and how it comes to know it.
 *
 * <dl>
 *   <dt>Known customer<dd>the last known values, each with its age; never a claim about this moment.
 *   <dt>Relationship<dd>whether Microsoft still lists the customer for the account.
 * </dl>
 */
@NullMarked
package dev.purser.domain.customer;

import org.jspecify.annotations.NullMarked;
