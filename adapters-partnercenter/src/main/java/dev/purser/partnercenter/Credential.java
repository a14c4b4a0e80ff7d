package dev.purser.partnercenter;

/** As whom an account calls. Microsoft tells usage to {@link #APPLICATION_AND_USER} only; budgets and customers to both. */
enum Credential {
    /** Client credentials. Nothing but a new secret can break it, so it is used wherever it is allowed. */
    APPLICATION,
    /** A refresh token of a user who signed in with a second factor. */
    APPLICATION_AND_USER
}
