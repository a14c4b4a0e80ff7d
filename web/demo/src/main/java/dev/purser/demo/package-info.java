/**
 * The whole product on one machine without any configuration: a simulated Partner Center and a sign-in page, and the
 * packaged portal with its settings pointed at them. Everything listens on loopback only.
 */
@NullMarked
package dev.purser.demo;

import org.jspecify.annotations.NullMarked;
