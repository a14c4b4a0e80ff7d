/**
 * What administrators do: they share customers out among people, invite people, and end their sessions. Each is an entry.
 *
 * <dl>
 *   <dt>Grant<dd>one customer in one person's portfolio, with the entry that tells who gave it, and why.
 *   <dt>Parcel<dd>the customers that one entry tells of: an entry holds so many, and no more.
 *   <dt>Invitation<dd>somebody who may be given customers before they sign in for the first time. It is matched with what
 *       the identity provider vouches for, and with nothing else.
 *   <dt>Issuer<dd>the identity provider, as it calls itself in its tokens.
 * </dl>
 */
@NullMarked
package dev.purser.domain.rights;

import org.jspecify.annotations.NullMarked;
