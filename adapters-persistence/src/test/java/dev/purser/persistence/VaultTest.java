package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final String PLACE = "person/1/name";
    private static final byte[] NAME = "Ada Lovelace".getBytes(StandardCharsets.UTF_8);

    private final Vault vault = new Vault(key(1));

    @Test
    void givesBackWhatItLocked() {
        assertThat(vault.unlock(vault.lock(NAME, PLACE), PLACE)).isEqualTo(NAME);
        assertThat(vault.unlock(vault.lock(new byte[0], PLACE), PLACE)).isEmpty();
        assertThat(new Vault(key(1)).unlock(vault.lock(NAME, PLACE), PLACE)).isEqualTo(NAME);
    }

    @Test
    void locksTheSameValueDifferentlyEachTime() {
        assertThat(vault.lock(NAME, PLACE)).isNotEqualTo(vault.lock(NAME, PLACE));
    }

    @Test
    void refusesAnotherKey() {
        assertRefused(new Vault(key(2)), vault.lock(NAME, PLACE), PLACE);
    }

    @Test
    void refusesAValueThatWasMoved() {
        var locked = vault.lock(NAME, PLACE);

        assertRefused(vault, locked, "person/2/name");
        assertRefused(vault, locked, "person/1/address");
    }

    @Test
    void refusesAValueOfWhichAnyBitWasChanged() {
        var locked = vault.lock(NAME, PLACE);
        for (int bit = 0; bit < locked.length * 8; bit++) {
            var tampered = locked.clone();
            tampered[bit / 8] ^= (byte) (1 << bit % 8);

            assertRefused(vault, tampered, PLACE);
        }
    }

    @Test
    void refusesAValueThatWasCutOff() {
        var locked = vault.lock(NAME, PLACE);
        for (int length = 0; length < locked.length; length++) {
            assertRefused(vault, Arrays.copyOf(locked, length), PLACE);
        }
    }

    @Test
    void tellsOneValueFromAnotherWithoutTellingWhatItIs() {
        var other = "Grace Hopper".getBytes(StandardCharsets.UTF_8);

        assertThat(vault.fingerprint(NAME))
                .matches("hmac-sha256:[0-9a-f]{64}")
                .isEqualTo(new Vault(key(1)).fingerprint(NAME))
                .isNotEqualTo(new Vault(key(2)).fingerprint(NAME))
                .isNotEqualTo(vault.fingerprint(other));
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Vault(new byte[16]));
    }

    private static void assertRefused(Vault vault, byte[] locked, String place) {
        assertThatIllegalStateException().isThrownBy(() -> vault.unlock(locked, place));
    }

    private static byte[] key(int filledWith) {
        var key = new byte[32];
        Arrays.fill(key, (byte) filledWith);
        return key;
    }
}
