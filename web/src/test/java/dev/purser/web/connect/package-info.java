/** Tests of connecting an account, against a simulated Microsoft over real HTTP. */
@NullMarked
package dev.purser.web.connect;

import org.jspecify.annotations.NullMarked;
