@NullMarked
package dev.purser.chaos.verdict;

import org.jspecify.annotations.NullMarked;
