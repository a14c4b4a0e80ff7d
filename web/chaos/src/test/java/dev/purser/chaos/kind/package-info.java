@NullMarked
package dev.purser.chaos.kind;

import org.jspecify.annotations.NullMarked;
