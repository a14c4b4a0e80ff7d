/**
 * In which language a page is written.
 *
 * <dl>
 *   <dt>Spoken<dd>has words: English, and each language that has a file.
 *   <dt>Chosen<dd>by the person, in the foot of a page; remembered by their browser.
 *   <dt>Reader's language<dd>the chosen one, else the first of those their browser asks for that is spoken, else English.
 * </dl>
 */
@NullMarked
package dev.purser.web.language;

import org.jspecify.annotations.NullMarked;
