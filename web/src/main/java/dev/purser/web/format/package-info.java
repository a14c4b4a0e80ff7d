/**
 * How pages write amounts, times and outcomes.
 *
 * <dl>
 *   <dt>Amount<dd>a number with its currency, or with the statement that its currency is not known.
 *   <dt>Delta<dd>by how much a budget moves, with its sign, and by how many percent.
 *   <dt>Age<dd>how long ago something was, in one unit.
 *   <dt>Outcome<dd>what became of a change, as a word with its shape.
 * </dl>
 */
@NullMarked
package dev.purser.web.format;

import org.jspecify.annotations.NullMarked;
