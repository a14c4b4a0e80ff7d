/**
 * What those who run Purser watch.
 *
 * <p><b>Meter</b>: a number that Prometheus fetches from the management port. Names begin with {@code purser}; those of
 * what the database knows are the same on every node.
 */
@NullMarked
package dev.purser.web.operations;

import org.jspecify.annotations.NullMarked;
