package dev.purser.partnercenter;

import java.net.URI;

/** What a token is asked for with (RFC 6749, section 4 and 6; RFC 7636). */
sealed interface Grant {

    /** The application by itself. */
    record ClientCredentials() implements Grant {}

    /** A user's consent of earlier. */
    record RefreshToken(String token) implements Grant {

        /** Without the secret. */
        @Override
        public String toString() {
            return "RefreshToken[]";
        }
    }

    /**
     * A user's consent of a moment ago.
     *
     * @param verifier proves that who comes with the code is who asked for it
     * @param redirect where the code was sent
     */
    record AuthorizationCode(String code, String verifier, URI redirect) implements Grant {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "AuthorizationCode[redirect=" + redirect + "]";
        }
    }
}
