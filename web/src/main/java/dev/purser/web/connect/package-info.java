/**
 * {@code ./purser connect <account>}: an administrator signs in at Microsoft once, and consents that an account reads with
 * their rights.
 *
 * <dl>
 *   <dt>Loopback<dd>the address on this machine to which Microsoft sends the browser back.
 *   <dt>Arrival<dd>what came back: through the loopback, or pasted into the terminal from a browser elsewhere.
 * </dl>
 */
@NullMarked
package dev.purser.web.connect;

import org.jspecify.annotations.NullMarked;
