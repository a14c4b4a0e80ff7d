package dev.purser.domain.portfolio;

import java.util.Arrays;
import java.util.Optional;

/** What a person is in Purser, from the role claim of their sign-in. */
public enum Role {
    /** Sees and changes the customers of their portfolio. */
    ACCOUNT_MANAGER("account-manager"),
    /** Reads everything, changes nothing. */
    AUDITOR("auditor"),
    /** Sets Purser up; sees no amounts and changes no budget by this role alone. */
    ADMINISTRATOR("administrator");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The value in the role claim. */
    public String claim() {
        return claim;
    }

    public static Optional<Role> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
