package dev.purser.chaos.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What Purser says, as its database and its pages hold it. */
public final class Told {

    private Told() {}

    /** Of a change. */
    public enum State {
        REQUESTED,
        SUBMITTING,
        UNKNOWN,
        CONFIRMED,
        REFUSED,
        NOT_APPLIED,
        CONFLICT,
        DISPUTED;

        boolean ended() {
            return switch (this) {
                case REQUESTED, SUBMITTING, UNKNOWN -> false;
                case CONFIRMED, REFUSED, NOT_APPLIED, CONFLICT, DISPUTED -> true;
            };
        }

        /** The kind of the entry that tells of this end. */
        String entry() {
            return "change-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A change.
     *
     * @param wanted empty for no budget
     * @param evidence empty unless confirmed
     */
    public record Change(
            UUID id,
            State state,
            Optional<BigDecimal> wanted,
            Optional<String> evidence,
            Instant askedAt,
            Optional<Instant> endedAt,
            List<Attempt> attempts) {

        public Change {
            attempts = List.copyOf(attempts);
        }

        boolean made(String correlation) {
            return attempts.stream()
                    .anyMatch(attempt -> attempt.correlation().toString().equalsIgnoreCase(correlation));
        }

        /** Attempts under a request id that was used before. */
        long resends() {
            return attempts.size()
                    - attempts.stream().map(Attempt::request).distinct().count();
        }
    }

    /** One sending of a change, as it was intended. */
    public record Attempt(int number, UUID request, UUID correlation, Instant intendedAt, Optional<String> end) {}

    /** One entry of a customer's history. */
    public record Entry(long number, String kind, Instant at, Optional<UUID> change, Map<String, String> facts) {

        public Entry {
            facts = Map.copyOf(facts);
        }

        String fact(String name) {
            return facts.getOrDefault(name, "");
        }
    }

    /**
     * What the page of a change shows.
     *
     * @param outcome the style of its outcome
     */
    public record Receipt(int status, Optional<String> outcome, String sentence) {}
}
