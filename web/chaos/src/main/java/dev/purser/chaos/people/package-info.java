/** People at work, each in a browser of their own that finds the way to whichever node answers. */
@NullMarked
package dev.purser.chaos.people;

import org.jspecify.annotations.NullMarked;
