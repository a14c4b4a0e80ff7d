package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** The key that everything here is signed with, kept in a file for its owner alone, as a JSON Web Key (RFC 7517). */
final class SigningKey {
    private static final int BITS = 2048;

    private final RsaJsonWebKey key;

    private SigningKey(RsaJsonWebKey key) {
        this.key = key;
    }

    /** Reads it, or makes it when there is none. */
    static SigningKey keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, made().toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new SigningKey((RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sign-in's key cannot be kept in " + file, e);
        } catch (JoseException | ClassCastException e) {
            throw new IllegalStateException(
                    file + " holds no key to sign with. Delete it for a new one; everybody signs in again then.", e);
        }
    }

    private static RsaJsonWebKey made() throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return key;
    }

    /** All of it or nothing: half a key would end every later start. */
    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(CREATE_NEW, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** With its private half. */
    RsaJsonWebKey key() {
        return key;
    }

    /** What everybody may know, as the key set that the portal fetches. */
    Map<String, Object> published() {
        return Map.of(JsonWebKeySet.JWK_SET_MEMBER_NAME, List.of(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }
}
