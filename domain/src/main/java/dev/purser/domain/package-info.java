/** What Purser knows about budgets, without a framework, a database or a network. */
@org.jspecify.annotations.NullMarked
package dev.purser.domain;
