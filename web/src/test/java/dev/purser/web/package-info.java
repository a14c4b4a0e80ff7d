/** The portal's tests. The product as a whole is tested beside the demo. */
@NullMarked
package dev.purser.web;

import org.jspecify.annotations.NullMarked;
