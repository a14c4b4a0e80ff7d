package dev.purser.partnercenter;

/**
 * An access token.
 *
 * @param life over some time before the token expires; from then on it is not used any more
 */
record Token(String secret, TokenLife life) {

    boolean isStale() {
        return life.isOver();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Token[used for " + life.length() + "]";
    }
}
