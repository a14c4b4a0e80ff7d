/**
 * Campaigns of faults against the packaged product. A <em>campaign</em> runs two <em>nodes</em> on one PostgreSQL against
 * the simulated Partner Center; each <em>kind</em> of fault meets many customers at once while people ask for changes and
 * a <em>saboteur</em> strikes processes. In the end the <em>judge</em> holds every receipt against the simulator's journal.
 */
@NullMarked
package dev.purser.chaos;

import org.jspecify.annotations.NullMarked;
