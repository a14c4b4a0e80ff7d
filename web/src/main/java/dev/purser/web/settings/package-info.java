/**
 * What the operator sets. Names are a contract, listed with defaults and reasons in {@code docs/configuration.md}; what is
 * unknown or malformed stops the start, with one line each that says what to mend.
 */
@NullMarked
package dev.purser.web.settings;

import org.jspecify.annotations.NullMarked;
