package org.nificrm.migration;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.nificrm.runtime.Checkout;
import org.nificrm.runtime.PostgresServer;
import org.postgresql.Driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/** Gives a test the one PostgreSQL that all tests of a run share. A test works in databases of its own. */
public final class RealPostgres implements ParameterResolver {

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Shared.class).server;
    }

    /**
     * What a template's parameters say of a database of this server.
     *
     * @param name that the parameters begin with
     */
    static Map<String, String> parameters(final String name, final String url) {
        return Map.of(
                name + " URL", url,
                name + " Driver", Driver.class.getName(),
                name + " Driver Location", driver().toString(),
                name + " User", PostgresServer.USER,
                name + " Password", "any");
    }

    private static Path driver() {
        try {
            return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shared server; JUnit closes it at the end of the run. */
    static final class Shared implements AutoCloseable {

        private final PostgresServer server;

        Shared() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                final int port = socket.getLocalPort();
                socket.close();
                server = PostgresServer.start(Checkout.current().instances().resolve("test/postgres"), port);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
