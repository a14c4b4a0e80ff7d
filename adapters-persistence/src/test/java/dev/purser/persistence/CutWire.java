package dev.purser.persistence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The wire to a PostgreSQL, which can be cut at every round trip: before the server gets the request, or after it has
 * obeyed and before a word of that comes back. It reads no more of the protocol than where messages end (PostgreSQL,
 * "Frontend/Backend Protocol", message formats).
 */
public final class CutWire implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";
    private static final int SSL_REQUEST = 80_877_103;

    private final ServerSocket door;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile int server;
    private int countdown;
    private @Nullable Side side;

    /** Where the wire is cut. */
    public enum Side {
        /** The server never hears of the request. */
        BEFORE_THE_SERVER,
        /** The server has done it, and nobody hears of that. */
        BEHIND_THE_SERVER
    }

    /** @param server the port of the server on this machine */
    public CutWire(int server) {
        try {
            this.server = server;
            this.door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on it leads to another server; the connections that there are stay as they are. */
    public void leadTo(int port) {
        server = port;
    }

    /** Cuts the connection over which that many round trips from now on are made together, the last of them on that side. */
    synchronized void cutAt(int roundTrip, Side where) {
        countdown = roundTrip;
        side = where;
    }

    /** Leaves the wire whole, whether or not it was cut. */
    synchronized Outcome mend() {
        var cut = side != null && countdown <= 0;
        side = null;
        return cut ? Outcome.WAS_CUT : Outcome.WAS_WHOLE;
    }

    enum Outcome {
        WAS_CUT,
        WAS_WHOLE
    }

    private synchronized @Nullable Side cutNow() {
        if (side == null) {
            return null;
        }
        countdown--;
        return countdown == 0 ? side : null;
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var connection = new Connection(door.accept());
                connections.add(connection);
                Thread.ofVirtual().start(connection::begin);
            } catch (IOException e) {
                // The door was closed, or nobody is behind it at the moment: whoever came is sent away.
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(Connection::cut);
    }

    private final class Connection {

        private final Socket client;
        private final Socket behind = new Socket();
        private volatile boolean silent;

        Connection(Socket client) {
            this.client = client;
        }

        void begin() {
            try {
                behind.connect(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), server));
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                var requests = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                var answers = new DataInputStream(new BufferedInputStream(behind.getInputStream()));
                greet(requests, answers);
                Thread.ofVirtual().start(() -> bring(answers));
                take(requests);
            } catch (IOException e) {
                cut();
            }
        }

        /** The first message has no type, and may ask whether to encrypt, which is answered with one byte. */
        private void greet(DataInputStream requests, DataInputStream answers) throws IOException {
            var length = requests.readInt();
            var rest = requests.readNBytes(length - 4);
            behind.getOutputStream()
                    .write(ByteBuffer.allocate(length).putInt(length).put(rest).array());
            if (length == 8 && ByteBuffer.wrap(rest).getInt() == SSL_REQUEST) {
                client.getOutputStream().write(answers.readByte());
                greet(requests, answers);
            }
        }

        private void take(DataInputStream requests) throws IOException {
            while (true) {
                var type = requests.readByte();
                var message = message(type, requests);
                var endsRoundTrip = type == 'S' || type == 'Q';
                var where = endsRoundTrip ? cutNow() : null;
                if (where == Side.BEFORE_THE_SERVER) {
                    cut();
                    return;
                }
                silent = silent || where == Side.BEHIND_THE_SERVER;
                behind.getOutputStream().write(message);
            }
        }

        private void bring(DataInputStream answers) {
            try {
                OutputStream out = client.getOutputStream();
                while (true) {
                    var type = answers.readByte();
                    var message = message(type, answers);
                    if (!silent) {
                        out.write(message);
                    } else if (type == 'Z') {
                        cut();
                        return;
                    }
                }
            } catch (IOException e) {
                cut();
            }
        }

        private static byte[] message(byte type, DataInputStream from) throws IOException {
            var length = from.readInt();
            return ByteBuffer.allocate(length + 1)
                    .put(type)
                    .putInt(length)
                    .put(from.readNBytes(length - 4))
                    .array();
        }

        void cut() {
            connections.remove(this);
            for (var socket : new Socket[] {client, behind}) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
