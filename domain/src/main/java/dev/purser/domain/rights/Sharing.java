package dev.purser.domain.rights;

/** What is done with customers and a portfolio. */
public enum Sharing {
    GRANT,
    TAKE
}
