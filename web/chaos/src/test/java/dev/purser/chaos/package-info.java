@NullMarked
package dev.purser.chaos;

import org.jspecify.annotations.NullMarked;
