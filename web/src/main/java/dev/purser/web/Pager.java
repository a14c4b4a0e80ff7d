package dev.purser.web;

import java.util.Optional;

/**
 * Where a list can be leafed to: the addresses of its pages. There are no numbered ones, for rows move between them.
 *
 * @param first empty on the first page itself
 */
record Pager(Optional<String> first, Optional<String> previous, Optional<String> next) {}
