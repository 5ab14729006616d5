package org.nificrm.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that leads to one server, whatever name it is asked for, and remembers what it could read. */
final class FakeProxy implements AutoCloseable {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final int serverPort;

    FakeProxy(final int serverPort) throws IOException {
        this.serverPort = serverPort;
        executor.submit(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Request line and headers of each request that was made of the proxy itself. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    private Void accept() throws IOException {
        while (true) {
            final Socket client = socket.accept();
            executor.submit(() -> serve(client));
        }
    }

    private Void serve(final Socket client) throws IOException {
        final StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            final int next = client.getInputStream().read();
            if (next < 0) {
                client.close();
                return null;
            }

            head.append((char) next);
        }

        heads.add(head.toString());
        final Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        if (head.toString().startsWith("CONNECT ")) {
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            server.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        }

        executor.submit(() -> pass(server.getInputStream(), client.getOutputStream()));
        return pass(client.getInputStream(), server.getOutputStream());
    }

    private static Void pass(final InputStream from, final OutputStream to) throws IOException {
        from.transferTo(to);
        to.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        executor.shutdownNow();
    }
}
