package org.nificrm.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
final class Ports {

    private Ports() {
    }

    /** The preferred port if nobody listens on it, otherwise a free one. */
    static int freePreferably(final int preferred) {
        return isFree(preferred) ? preferred : free();
    }

    static boolean isFree(final int port) {
        try (ServerSocket ignored = listen(port)) {
            return true;
        } catch (final IOException e) {
            return false;
        }
    }

    static int free() {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(final int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
