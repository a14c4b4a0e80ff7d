/**
 * Who may see and change which customer.
 *
 * <dl>
 *   <dt>Person<dd>someone who signed in, known by the issuer and subject of their identity, never by an address.
 *   <dt>Portfolio<dd>the customers that an account manager sees and changes.
 *   <dt>Invitee<dd>someone who has not signed in yet, and by what they will be known.
 *   <dt>Reader<dd>what one person may see, decided here and joined into every query.
 * </dl>
 */
@NullMarked
package dev.purser.domain.portfolio;

import org.jspecify.annotations.NullMarked;
