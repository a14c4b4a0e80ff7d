/**
 * The portal in a browser: pages, who is signed in, and what starts and runs it all.
 *
 * <dl>
 *   <dt>Page<dd>an address and what stands there; its template is a record nested in it.
 *   <dt>Wiring<dd>the one place where use cases and adapters are put together.
 * </dl>
 */
@NullMarked
package dev.purser.web;

import org.jspecify.annotations.NullMarked;
