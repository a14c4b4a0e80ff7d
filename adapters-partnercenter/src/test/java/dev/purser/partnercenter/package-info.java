/**
 * The adapter against a server that says any bytes, and against the simulator.
 *
 * <dl>
 *   <dt>Sample<dd>an answer as Microsoft's documents, or clients that met it, show it.
 *   <dt>Stage<dd>a token endpoint, an API and the adapter between them.
 * </dl>
 */
@NullMarked
package dev.purser.partnercenter;

import org.jspecify.annotations.NullMarked;
