/**
 * Measurements of the product beside the least that could do the same, in one run. A <em>block</em> is a number of calls in
 * a row or at once; a <em>pair</em> is a bare block and one of ours, one right after the other; a <em>ratio</em> is how much
 * of the bare block's pace ours kept.
 */
@NullMarked
package dev.purser.bench;

import org.jspecify.annotations.NullMarked;
