package org.nificrm.runtime;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of a class a cluster of two nodes that they share, started for the first and stopped after the last. */
public final class RealCluster implements ParameterResolver {

    private static final int NODES = 2;
    private static final String HEAP = "768m";

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == NifiCluster.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        final ExtensionContext ofClass = context.getParent().orElse(context);
        return ofClass.getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Shared.class).cluster;
    }

    /** The cluster; JUnit closes it at the end of the class. */
    static final class Shared implements AutoCloseable {

        private final NifiCluster cluster;

        Shared() throws IOException {
            final Checkout checkout = Checkout.current();
            cluster = NifiCluster.create(checkout.instances().resolve("test/cluster"), checkout.nifiLibraries(), NODES, Ports.free(), HEAP);
            cluster.start();
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
