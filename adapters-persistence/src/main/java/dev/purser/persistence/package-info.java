/**
 * PostgreSQL behind the ports that keep things. The only place with SQL and transactions; none of them is ever open across
 * a call to Microsoft. {@code …Row} is a line of a table.
 */
@NullMarked
package dev.purser.persistence;

import org.jspecify.annotations.NullMarked;
