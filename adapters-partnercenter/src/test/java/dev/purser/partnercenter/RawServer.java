package dev.purser.partnercenter;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** An HTTP server that keeps what it was told, byte for byte, and says whatever it is given to say. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<RawRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Function<RawRequest, Reply> script =
            request -> Reply.of(599, request.line().getBytes(StandardCharsets.UTF_8));

    RawServer() {
        this(ServerSocketFactory.getDefault());
    }

    RawServer(ServerSocketFactory sockets) {
        try {
            socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    void answer(Function<RawRequest, Reply> replies) {
        script = replies;
    }

    /** One reply after the other; a request too many gets 599. */
    void answer(Reply... replies) {
        Queue<Reply> left = new ArrayDeque<>(Arrays.asList(replies));
        script = request -> {
            synchronized (left) {
                var reply = left.poll();
                return reply == null ? Reply.of(599, "one request too many".getBytes(StandardCharsets.UTF_8)) : reply;
            }
        };
    }

    List<RawRequest> requests() {
        return List.copyOf(requests);
    }

    RawRequest lastRequest() {
        return requests.getLast();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                open.add(connection);
                var number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection, number));
            }
        } catch (SocketException closed) {
            // The way in which accept() is told to end.
            assert socket.isClosed() : closed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                var request = read(head, in, number);
                requests.add(request);
                switch (script.apply(request)) {
                    case Reply.Bytes(var bytes) -> connection.getOutputStream().write(bytes.getBytes());
                    case Reply.BytesThenClose(var bytes) -> {
                        connection.getOutputStream().write(bytes.getBytes());
                        return;
                    }
                    case Reply.BytesThenSilence(var bytes) ->
                        connection.getOutputStream().write(bytes.getBytes());
                }
            }
        } catch (IOException left) {
            // The client has closed the connection, or the server was closed: both end the conversation.
            assert connection.isClosed() || left.getMessage() != null : left;
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            var text = head.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text.stripTrailing();
            }
        }
        return "";
    }

    private static RawRequest read(String head, InputStream in, int connection) throws IOException {
        var lines = head.split("\r\n");
        var headers = List.of(lines).subList(1, lines.length);
        var length = headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(header -> Integer.parseInt(
                        header.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
        return new RawRequest(lines[0], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8), connection);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
