/**
 * The kinds of fault. A kind arranges what goes wrong for one customer; kinds that strike processes have a <em>blow</em>
 * and the <em>moment</em> at which it falls. Kinds that leave what the settings promise ({@code Z} and {@code S}) are
 * marked, for what a receipt says of them is outside the promise.
 */
@NullMarked
package dev.purser.chaos.kind;

import org.jspecify.annotations.NullMarked;
