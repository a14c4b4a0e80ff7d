/**
 * What Microsoft's activity records say of budgets. A <em>record</em> is one line of Microsoft's log; its <em>origin</em> is
 * whose doing it tells of: a change of ours, perhaps one of ours, or an <em>outside change</em>, made without Purser.
 */
@NullMarked
package dev.purser.domain.activity;

import org.jspecify.annotations.NullMarked;
