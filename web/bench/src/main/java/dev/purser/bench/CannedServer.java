package dev.purser.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/**
 * The least that answers like Partner Center: one thread, no parsing beyond where a request ends, the same bytes for every
 * customer. It needs nothing but the JDK and runs in a process of its own, so that what is measured beside it shares no heap and no collector with it,
 * and ends when its input does.
 */
public final class CannedServer {

    static final String BEFORE = "8000.0";
    static final String AFTER = "9000.0";

    /** About as long as those that Microsoft hands out. */
    static final String TOKEN = "eyJ0eXAiOiJKV1Qi".repeat(100);

    private static final int LONGEST_REQUEST = 16 << 10;
    private static final String LENGTH = "content-length:";

    private static final byte[] GRANT =
            answer("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + TOKEN + "\"}");
    private static final byte[] BUDGET_BEFORE = budget(BEFORE);
    private static final byte[] BUDGET_AFTER = budget(AFTER);

    private CannedServer() {}

    /** Prints its port. */
    @SuppressWarnings("SystemOut") // The line that it was started to print.
    public static void main(String... arguments) throws IOException {
        try (var selector = Selector.open();
                var listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            listening.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
            System.out.println(listening.socket().getLocalPort());
            Thread.ofPlatform().daemon().start(CannedServer::endWithInput);
            while (true) {
                selector.select(key -> serve(selector, key));
            }
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        } catch (IOException _) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Selector selector, SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept(selector, (ServerSocketChannel) key.channel());
            } else {
                read(key);
            }
        } catch (IOException _) {
            // The other end has gone.
            key.cancel();
        }
    }

    private static void accept(Selector selector, ServerSocketChannel listening) throws IOException {
        var client = listening.accept();
        if (client != null) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.configureBlocking(false)
                    .register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LONGEST_REQUEST));
        }
    }

    private static void read(SelectionKey key) throws IOException {
        var client = (SocketChannel) key.channel();
        var received = (ByteBuffer) key.attachment();
        if (client.read(received) < 0) {
            client.close();
            return;
        }
        received.flip();
        var end = endOfRequest(received);
        while (end >= 0) {
            var reply =
                    ByteBuffer.wrap(reply(received.get(received.position()), received.get(received.position() + 1)));
            while (reply.hasRemaining()) {
                client.write(reply);
            }
            received.position(end);
            end = endOfRequest(received);
        }
        received.compact();
    }

    /** By the first letters of GET, POST and PATCH. */
    private static byte[] reply(byte first, byte second) {
        if (first == 'G') {
            return BUDGET_BEFORE;
        }
        return second == 'O' ? GRANT : BUDGET_AFTER;
    }

    /** Where the next request begins, or less than 0 while this one is not whole. */
    private static int endOfRequest(ByteBuffer received) {
        for (int at = received.position(); at + 3 < received.limit(); at++) {
            if (received.get(at) == '\r'
                    && received.get(at + 1) == '\n'
                    && received.get(at + 2) == '\r'
                    && received.get(at + 3) == '\n') {
                var end = at + 4 + bodyLength(received, at);
                return end <= received.limit() ? end : -1;
            }
        }
        return -1;
    }

    private static int bodyLength(ByteBuffer received, int headersEnd) {
        if (received.get(received.position()) == 'G') {
            return 0;
        }
        var headers = new byte[headersEnd - received.position()];
        received.get(received.position(), headers);
        return new String(headers, US_ASCII)
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith(LENGTH))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
                .findFirst()
                .orElse(0);
    }

    private static byte[] budget(String amount) {
        return answer("{\"amount\":" + amount + ",\"usageSpendingBudget\":" + amount
                + ",\"attributes\":{\"objectType\":\"SpendingBudget\"}}");
    }

    /** With the headers that Partner Center sends. */
    private static byte[] answer(String json) {
        return """
                HTTP/1.1 200 OK\r
                Date: Fri, 20 Nov 2026 10:42:17 GMT\r
                Content-Type: application/json; charset=utf-8\r
                MS-RequestId: 8b1c5f0e-2a77-4d63-9a0d-50d2c6e1f7b4\r
                MS-CorrelationId: f0d52c81-9b37-4e6a-84c2-1a7e63b095df\r
                Content-Length: %d\r
                \r
                %s""".formatted(json.length(), json).getBytes(US_ASCII);
    }
}
