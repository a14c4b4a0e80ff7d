/** What a campaign is played on: the database, the nodes, and the times when one of them was down. */
@NullMarked
package dev.purser.chaos.stage;

import org.jspecify.annotations.NullMarked;
