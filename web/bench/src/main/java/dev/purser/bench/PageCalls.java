package dev.purser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One page, asked for over kept connections. Each answer is checked: all of them by their status and by the length of the
 * page, which its compressed form ends with; some are unpacked and their rows counted.
 */
final class PageCalls implements Block.Call, AutoCloseable {

    private static final Pattern ROW = Pattern.compile("<tr role=\"row\"");
    private static final int UNPACKED = 25;

    /** Ages and times on a page grow as it gets older. */
    private static final double TOLERANCE = 0.02;

    private static final int UNAVAILABLE = 503;

    /** More of them, and it is another thing than a page that is measured. */
    private static final int MOST_TURNED_AWAY = 100;

    private final AtomicInteger turnedAway = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final Page page;

    /** Asks for the page once, to see what it is like. */
    PageCalls(HttpRequest request) {
        this.request = request;
        this.page = unpacked(send());
    }

    /**
     * What the page is like.
     *
     * @param rows of its tables, their headings among them
     * @param bytes of its HTML
     * @param compressed how many went over the wire
     */
    record Page(long rows, int bytes, int compressed) {}

    Page page() {
        return page;
    }

    @Override
    public void make(int number) {
        var answer = send();
        var length = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt(answer.length - Integer.BYTES);
        if (Math.abs(length - page.bytes) > page.bytes * TOLERANCE) {
            throw new IllegalStateException(
                    "A page of %d bytes, not of %d: %s".formatted(length, page.bytes, request.uri()));
        }
        if (number % UNPACKED == 0 && unpacked(answer).rows != page.rows) {
            throw new IllegalStateException("A page without its rows: " + request.uri());
        }
    }

    /** How often the server was too busy to write the page at all, and was asked again. */
    int turnedAway() {
        return turnedAway.get();
    }

    private byte[] send() {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            while (answer.statusCode() == UNAVAILABLE && turnedAway.incrementAndGet() <= MOST_TURNED_AWAY) {
                answer = http.send(request, BodyHandlers.ofByteArray());
            }
            if (answer.statusCode() != 200
                    || !answer.headers()
                            .firstValue("Content-Encoding")
                            .orElse("")
                            .equals("gzip")) {
                throw new IllegalStateException("Answered " + answer.statusCode() + " "
                        + answer.headers().map() + ": " + request.uri());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Page unpacked(byte[] answer) {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer))) {
            var html = unpacked.readAllBytes();
            return new Page(ROW.matcher(new String(html, UTF_8)).results().count(), html.length, answer.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
