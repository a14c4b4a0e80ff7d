package dev.purser.web;

import dev.purser.web.format.Sentence;

/**
 * A filter that is set, with the address of the same list without it.
 *
 * @param name what is filtered by; empty text where the value says it
 */
record Chip(String name, Sentence value, String without) {}
