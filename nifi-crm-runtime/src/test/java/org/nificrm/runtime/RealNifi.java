package org.nificrm.runtime;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the one NiFi that all integration tests of a run share, started for the first that asks and stopped after the
 * last: {@code @ExtendWith(RealNifi.class)} and a parameter of type {@link NifiProcess} or {@link NifiApi}.
 *
 * <p>A test works in a process group of its own and leaves other groups alone. A test that kills NiFi starts it again before it ends.
 */
public final class RealNifi implements ParameterResolver {

    private static final String HEAP = "2g";

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        final Class<?> type = parameter.getParameter().getType();
        return type == NifiProcess.class || type == NifiApi.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        final NifiProcess process = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Shared.class).process;
        return parameter.getParameter().getType() == NifiApi.class ? process.api() : process;
    }

    /** The shared server; JUnit closes it at the end of the run. */
    static final class Shared implements AutoCloseable {

        private final NifiProcess process;

        Shared() throws IOException {
            final Checkout checkout = Checkout.current();
            process = NifiProcess.create(checkout.instances().resolve("test/nifi"), checkout.nifiLibraries(), Ports.free(), HEAP);
            process.start();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
