package dev.purser.web.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that follow from the installation's one secret, so that every node that knows it has the same: HKDF (RFC 5869)
 * with a purpose each.
 */
public final class Secrets {

    private static final int BYTES = 32;

    private final SecretKey root;

    private Secrets(SecretKey root) {
        this.root = root;
    }

    public static Secrets of(String secret) {
        return new Secrets(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "Generic"));
    }

    /** What the framework has to know, as its properties. */
    public Map<String, String> properties() {
        return Map.of(
                "quarkus.oidc.token-state-manager.encryption-secret", key("session cookies"),
                "purser.people-key", key("people"),
                "purser.sign-in-key", key("sign-in moments"));
    }

    private String key(String purpose) {
        try {
            var key = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(root)
                            .thenExpand(("purser " + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
            return HexFormat.of().formatHex(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot derive keys", e);
        }
    }
}
