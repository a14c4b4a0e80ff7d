/** Tests of the languages that pages are written in. */
@NullMarked
package dev.purser.web.language;

import org.jspecify.annotations.NullMarked;
