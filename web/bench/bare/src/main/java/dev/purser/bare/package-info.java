/**
 * The least that could write pages like Purser's: one Panache query and a template each, for everybody. It is no part of the
 * product: only {@code ./purser bench pages} starts it, on tables that were filled for it. A <em>filling</em> is what makes a
 * page as long as the one that it is measured beside.
 */
@NullMarked
package dev.purser.bare;

import org.jspecify.annotations.NullMarked;
