package dev.purser.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sees the very bytes, which a well-behaved client would hide. */
final class RawCaller {

    /**
     * @param received up to the end, as Latin-1, so that each byte is one character
     * @param wasReset whether RST ended it, and not FIN
     */
    record Received(String received, boolean wasReset) {
        String body() {
            return received.substring(received.indexOf("\r\n\r\n") + 4);
        }
    }

    private RawCaller() {}

    /** Sends a request with {@code Connection: close} and reads until the connection ends. */
    static Received send(URI base, String method, String path, String token, String body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received read(Socket socket) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean reset = false;
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketException _) {
            reset = true;
        }
        return new Received(received.toString(StandardCharsets.ISO_8859_1), reset);
    }
}
