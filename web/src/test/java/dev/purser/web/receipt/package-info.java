/** Tests of what the pages say. */
@NullMarked
package dev.purser.web.receipt;

import org.jspecify.annotations.NullMarked;
