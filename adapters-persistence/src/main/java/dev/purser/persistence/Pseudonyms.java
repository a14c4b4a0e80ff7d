package dev.purser.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Gives people names and the pseudonyms that entries know them by. */
@ApplicationScoped
class Pseudonyms {

    private static final int KEY_BYTES = 32;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Pseudonyms(Vault vault) {
        this.vault = vault;
    }

    /**
     * Names the person, and gives them a pseudonym if they have none: it stays for ever.
     *
     * @param knownBy issuer, and by what the issuer knows them
     */
    void name(PersonRow row, String name, String knownBy) {
        if (row.pseudonymKey == null) {
            var key = new byte[KEY_BYTES];
            random.nextBytes(key);
            row.pseudonymKey = vault.lock(key, row.place("key"));
            row.pseudonym = pseudonym(key, knownBy);
        }
        row.name = vault.lock(name.getBytes(StandardCharsets.UTF_8), row.place("name"));
    }

    /** HMAC-SHA-256: provable with the key, meaningless without it. */
    private static String pseudonym(byte[] key, String knownBy) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "hmac-sha256:" + HexFormat.of().formatHex(mac.doFinal(knownBy.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
