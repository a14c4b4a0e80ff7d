/** People at work, each in a browser of their own, behind a load balancer that brings them to whichever node answers. */
@NullMarked
package dev.purser.chaos.people;

import org.jspecify.annotations.NullMarked;
