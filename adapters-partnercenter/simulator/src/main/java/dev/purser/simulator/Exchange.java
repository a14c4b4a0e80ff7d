package dev.purser.simulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One request whose head arrived, and how it ended.
 *
 * @param number counts the exchanges of one simulator from 1
 * @param path with its query
 * @param customer the customer named in the path
 * @param headers of the request by lower-case name, without {@code authorization}
 * @param body of the request as text; empty for the token address, whose body holds secrets, and while not yet read
 * @param fault that was played
 * @param finished empty while under way
 * @param answer the first 1,000 characters of the body that was answered, before its delivery went wrong; empty for the
 *     token address
 * @param startedAs position of its start among all starts and ends, which holds even when the clock stands still
 * @param finishedAs position of its end, {@link Long#MAX_VALUE} while under way
 */
public record Exchange(
        long number,
        Route route,
        String method,
        String path,
        Optional<UUID> customer,
        Caller caller,
        Map<String, String> headers,
        String body,
        Optional<Fault> fault,
        Instant started,
        Optional<Instant> finished,
        Ending ending,
        String answer,
        long startedAs,
        long finishedAs) {

    /** How an exchange ended. */
    public sealed interface Ending {
        /** No answer was given yet. */
        record UnderWay() implements Ending {}

        /** An answer with this status was sent. */
        record Answered(int status) implements Ending {}

        /** The connection was closed before an answer; the text says by whom. */
        record Broken(String how) implements Ending {}
    }

    /** {@code MS-RequestId} as the caller sent it. */
    public Optional<String> requestId() {
        return header("ms-requestid");
    }

    /** {@code MS-CorrelationId} as the caller sent it. */
    public Optional<String> correlationId() {
        return header("ms-correlationid");
    }

    /** A header of the request, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The status that was sent, or empty when none was. */
    public Optional<Integer> status() {
        return switch (ending) {
            case Ending.Answered(int status) -> Optional.of(status);
            case Ending.UnderWay _, Ending.Broken _ -> Optional.empty();
        };
    }

    /** Whether the two were under way at the same moment. */
    public boolean overlaps(Exchange other) {
        return number != other.number && startedAs < other.finishedAs && other.startedAs < finishedAs;
    }
}
