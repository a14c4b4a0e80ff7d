/**
 * Pages for what cannot be answered as asked.
 *
 * <dl>
 *   <dt>Failure<dd>what is said for a status, and the way on.
 *   <dt>Reference<dd>the number under which a failure of Purser's own stands in its log.
 * </dl>
 */
@NullMarked
package dev.purser.web.errors;

import org.jspecify.annotations.NullMarked;
