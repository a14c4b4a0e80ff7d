package dev.purser.simulator;

/** Whom the token of a request stood for. */
public enum Caller {
    /** There was no token, or none that is accepted. */
    NOBODY,
    /** An application by itself (client credentials). */
    APP_ONLY,
    /** An application together with a person who signed in once (refresh token). */
    APP_AND_USER
}
