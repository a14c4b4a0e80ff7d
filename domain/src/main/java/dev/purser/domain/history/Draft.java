package dev.purser.domain.history;

import dev.purser.domain.portfolio.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An entry before it has its number, time and pseudonym, which it gets in the transaction that writes it.
 *
 * @param who the person it tells of, if any; the entry itself carries only the pseudonym
 */
public record Draft(EntryKind kind, Stream stream, Optional<PersonId> who, Facts facts) {

    /** Format of the canonical form; it never changes for entries once written. */
    public static final String FORMAT = "purser-entry/1";

    private static final int LARGEST = 16 * 1024;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * The bytes to be stored and hashed.
     *
     * @param number in the stream, from 1
     * @param at written with microseconds, in UTC
     * @param pseudonym of the person, if the entry tells of one
     */
    public byte[] canonical(long number, Instant at, Optional<String> pseudonym) {
        if (pseudonym.isPresent() != who.isPresent()) {
            throw new IllegalArgumentException("A pseudonym for nobody, or none for a person");
        }
        var all = facts.and("format", FORMAT)
                .and("kind", kind.key())
                .and("stream", stream.key())
                .and("number", Long.toString(number))
                .and("time", TIME.format(at))
                .and("who", pseudonym);
        var bytes = CanonicalForm.of(all.texts());
        if (bytes.length > LARGEST) {
            throw new IllegalStateException("An entry of " + bytes.length + " bytes: " + kind);
        }
        return bytes;
    }

    /** The hash of an entry's bytes, which is the leaf of RFC 9162's Merkle tree: SHA-256 over 0x00 and the bytes. */
    public static byte[] hash(byte[] canonical) {
        return ForeignText.sha256(new byte[] {0}, canonical);
    }
}
