/** Tests of what the pages say. */
@NullMarked
package dev.purser.web.format;

import org.jspecify.annotations.NullMarked;
