package dev.purser.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ports of this machine that nobody listens on. */
public final class Ports {

    private static final int TRIED = 50;

    private Ports() {}

    /** The port that was asked for, or else the first free one from there on. */
    public static int free(Optional<Integer> asked, int first) {
        return asked.orElseGet(() -> IntStream.range(first, first + TRIED)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port from " + first + " on")));
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that was free a moment ago, for what nobody has to remember. */
    static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback", e);
        }
    }
}
