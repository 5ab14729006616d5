package org.nificrm.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aFreePortIsTakenAsWished() {
        final int port = Ports.free();
        assertEquals(port, Ports.freePreferably(port));
    }

    @Test
    void aTakenPortIsReplacedByAFreeOne() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertNotEquals(socket.getLocalPort(), Ports.freePreferably(socket.getLocalPort()));
        }
    }
}
