/** The ports' contracts, run against a real PostgreSQL, and what only PostgreSQL can be asked. */
@NullMarked
package dev.purser.persistence;

import org.jspecify.annotations.NullMarked;
