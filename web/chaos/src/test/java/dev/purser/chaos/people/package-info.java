@NullMarked
package dev.purser.chaos.people;

import org.jspecify.annotations.NullMarked;
