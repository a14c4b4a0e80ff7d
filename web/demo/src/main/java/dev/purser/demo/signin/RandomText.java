package dev.purser.demo.signin;

import java.security.SecureRandom;
import java.util.Base64;

/** Text that nobody can guess: 256 bits in base64url. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
