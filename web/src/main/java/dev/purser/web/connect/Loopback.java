package dev.purser.web.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Where Microsoft sends the browser back to: this machine alone, one page, for as long as somebody is awaited. */
final class Loopback implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Loopback.class);

    /** Longer than Microsoft is waited for, twice. */
    private static final int LONGEST_WORK_SECONDS = 90;

    private static final int SECONDS_TO_END = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Optional<Arrival>> arrivals;
    private final String title;

    /**
     * @param port 0 takes any free one
     * @throws IOException if the port is in use
     */
    Loopback(int port, String title, BlockingQueue<Optional<Arrival>> arrivals) throws IOException {
        this.arrivals = arrivals;
        this.title = title;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Without a path: Microsoft compares everything but the port with what is registered. */
    URI redirect() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = exchange.getRequestURI().getRawQuery();
            if (!exchange.getRequestMethod().equals("GET")
                    || !exchange.getRequestURI().getPath().equals("/")
                    || query == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer(exchange, awaited(query));
        }
    }

    private String awaited(String query) throws IOException {
        var sentence = new CompletableFuture<String>();
        arrivals.add(Optional.of(new Arrival(Arrival.query(query), sentence::complete)));
        try {
            return sentence.get(LONGEST_WORK_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unanswered) {
            throw new IOException("Nobody has said what came of it", unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The command has ended", stopped);
        }
    }

    private void answer(HttpExchange exchange, String sentence) throws IOException {
        var page =
                """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><h1>%s</h1><p>%s</p></html>
                """.formatted(escaped(title), escaped(title), escaped(sentence)).getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "text/html;charset=UTF-8");
        headers.add("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Referrer-Policy", "no-referrer");
        headers.add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, page.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(page);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The page that is being sent still arrives. */
    @Override
    public void close() {
        LOG.debugf("No longer listening on %s", redirect());
        server.stop(SECONDS_TO_END);
        threads.shutdownNow();
    }
}
