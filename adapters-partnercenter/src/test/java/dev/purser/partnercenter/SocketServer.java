package dev.purser.partnercenter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does with each connection what it is told, down to the byte; the connection is closed afterwards. */
final class SocketServer implements AutoCloseable {

    /** What happens on a connection. */
    interface Conversation {
        void hold(Line line) throws IOException;
    }

    private final ServerSocket socket;
    private final Conversation conversation;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    SocketServer(Conversation conversation) {
        this.conversation = conversation;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** One for each connection that was opened. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How many requests of that method have arrived, were it only their beginning. */
    long begun(String method) {
        return lines.stream()
                .flatMap(line -> line.heard().lines())
                .filter(text -> text.startsWith(method + " "))
                .count();
    }

    private void accept() {
        try {
            while (true) {
                var line = new Line(socket.accept());
                lines.add(line);
                Thread.ofVirtual().start(() -> hold(line));
            }
        } catch (SocketException closed) {
            // The way in which accept() is told to end.
            assert socket.isClosed() : closed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void hold(Line line) {
        try (line.socket) {
            conversation.hold(line);
        } catch (IOException left) {
            // The client has closed the connection, which ends the conversation.
            assert left.getMessage() != null : left;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var line : lines) {
                line.socket.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The server's end of a connection. */
    static final class Line {

        private final Socket socket;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        private Line(Socket socket) {
            this.socket = socket;
        }

        String heard() {
            return heard.toString(StandardCharsets.UTF_8);
        }

        /** Reads that many bytes, or up to the end. */
        void hear(int bytes) throws IOException {
            for (var left = bytes; left > 0 && hearOne(); left--) {}
        }

        /** Reads up to the end of that text; false where the client leaves before. */
        boolean hearThrough(String text) throws IOException {
            var from = heard.size();
            while (!heard().substring(from).endsWith(text)) {
                if (!hearOne()) {
                    return false;
                }
            }
            return true;
        }

        /** Reads a request without a body. */
        boolean hearHead() throws IOException {
            return hearThrough("\r\n\r\n");
        }

        /** Reads a request that ends as those do that set a budget. */
        boolean hearBudget() throws IOException {
            return hearThrough("\"SpendingBudget\"}}");
        }

        /** Reads until the client leaves. */
        void hearAll() throws IOException {
            hear(Integer.MAX_VALUE);
        }

        private boolean hearOne() throws IOException {
            var next = socket.getInputStream().read();
            if (next >= 0) {
                heard.write(next);
            }
            return next >= 0;
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void sayJson(String status, String body, String... headers) throws IOException {
            var head = new StringBuilder("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n");
            for (var header : headers) {
                head.append(header).append("\r\n");
            }
            say(head + "\r\n" + body);
        }

        /** Ends the connection with a reset in the place of a farewell. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says that nothing more will be said, and goes on listening. */
        void fallSilent() throws IOException {
            socket.shutdownOutput();
        }
    }
}
