package dev.purser.domain.history;

import dev.purser.domain.budget.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable line of the history, as stored.
 *
 * @param id the entry's number in the whole history; gaps are allowed
 * @param number its number in its stream, without gaps
 * @param who name of the person, or empty where the entry tells of none or the name was erased
 * @param person name of the one whose rights it tells of, in the same way
 * @param facts what it says; the projection of {@code canonical}
 * @param canonical its bytes; never to be changed
 * @param hash of the bytes, in hexadecimal
 */
public record Entry(
        long id,
        EntryKind kind,
        String stream,
        long number,
        Instant at,
        Optional<CustomerId> customer,
        Optional<String> who,
        Optional<String> person,
        Map<String, String> facts,
        byte[] canonical,
        String hash) {

    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
