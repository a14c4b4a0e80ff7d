/** Tests of what the status page says. */
@NullMarked
package dev.purser.web.status;

import org.jspecify.annotations.NullMarked;
