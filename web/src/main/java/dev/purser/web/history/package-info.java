/**
 * What the pages say of the history.
 *
 * <dl>
 *   <dt>Entry facts<dd>what an entry says, read back into the types that it was written from.
 *   <dt>Entry sentence<dd>the words for an entry, made when it is read.
 *   <dt>Filter<dd>which entries are listed; all of it stands in the address.
 * </dl>
 */
@NullMarked
package dev.purser.web.history;

import org.jspecify.annotations.NullMarked;
