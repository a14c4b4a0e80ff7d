package dev.purser.persistence;

import dev.purser.domain.portfolio.Invitee;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is stored of people, and refresh tokens: AES-256-GCM, with a key that follows from the installation's
 * secret ({@code PURSER_SECRET}). Each value is bound to its place, so that none can be moved to another row or column.
 */
public final class Vault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private static final byte[] FINGERPRINTS = "purser fingerprints".getBytes(StandardCharsets.UTF_8);

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes, which every node of the installation has */
    public Vault(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("A key of " + key.length + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] lock(byte[] value, String place) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var locked = crypt(Cipher.ENCRYPT_MODE, nonce, value, place);
        return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    }

    /** @throws IllegalStateException where the value was locked with another secret or for another place */
    byte[] unlock(byte[] locked, String place) {
        if (locked.length < NONCE) {
            throw new IllegalStateException("What is stored was cut off");
        }
        var buffer = ByteBuffer.wrap(locked);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return crypt(Cipher.DECRYPT_MODE, nonce, rest, place);
    }

    /** Tells one value from another without telling what it is: HMAC-SHA-256 under a key of its own. */
    String fingerprint(byte[] value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(KDF.getInstance("HKDF-SHA256")
                    .deriveKey("HmacSHA256", HKDFParameterSpec.expandOnly(key, FINGERPRINTS, KEY)));
            return "hmac-sha256:" + HexFormat.of().formatHex(mac.doFinal(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make fingerprints", e);
        }
    }

    /** By what somebody may be invited, so that they are found without being readable. */
    String fingerprint(Invitee invitee) {
        return fingerprint((invitee.kind().key() + "\n" + invitee.value()).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, String place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Cannot read what is stored encrypted: PURSER_SECRET is not the one it was stored with", e);
        }
    }
}
