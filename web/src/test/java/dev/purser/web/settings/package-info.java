@NullMarked
package dev.purser.web.settings;

import org.jspecify.annotations.NullMarked;
