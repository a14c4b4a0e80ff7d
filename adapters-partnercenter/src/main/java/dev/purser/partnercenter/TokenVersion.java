package dev.purser.partnercenter;

/** Which of Microsoft's two token endpoints is asked. */
public enum TokenVersion {
    /** {@code /oauth2/v2.0/token}, with a scope. */
    V2,
    /** {@code /oauth2/token}, with a resource; its answer writes numbers as text. */
    V1
}
