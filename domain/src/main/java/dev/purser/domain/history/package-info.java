/**
 * The history: one append-only log of everything that matters.
 *
 * <dl>
 *   <dt>Entry<dd>one immutable line. Its canonical bytes are stored once, and hashed as stored.
 *   <dt>Stream<dd>what an entry belongs to: a customer, an account or the portal. Entries are numbered without gaps in
 *       their stream, so that none can be missing unseen.
 *   <dt>Facts<dd>what an entry says, as names and texts. The sentence is made when it is read.
 *   <dt>Pseudonym<dd>how an entry names a person: provable while the person's key exists, meaningless once it is erased.
 * </dl>
 */
@NullMarked
package dev.purser.domain.history;

import org.jspecify.annotations.NullMarked;
