package org.nificrm.runtime;

import java.io.IOException;
import java.util.List;

/** Starts what {@code ./run demo} and {@code ./run nifi} ask for. */
public final class Main {

    private static final String EMPTY_CANVAS_HEAP = "1g";

    private Main() {
    }

    public static void main(final String[] arguments) throws Exception {
        final List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            fail(Options.USAGE);
        }

        try {
            final Options options = Options.parse(words.subList(1, words.size()));
            switch (words.getFirst()) {
                case "nifi" -> emptyCanvas(options);
                default -> throw new IllegalArgumentException("Unknown command " + words.getFirst());
            }
        } catch (final IllegalArgumentException e) {
            fail(e.getMessage() + System.lineSeparator() + Options.USAGE);
        } catch (final IOException e) {
            fail(e.getMessage());
        }
    }

    private static void emptyCanvas(final Options options) throws IOException, InterruptedException {
        final Checkout checkout = Checkout.current();
        final int port = Ports.freePreferably(options.port());
        try (NifiProcess nifi = NifiProcess.create(
                checkout.instances().resolve("canvas/nifi"), checkout.nifiLibraries(), port, EMPTY_CANVAS_HEAP)) {
            System.out.println("Starting NiFi …");
            nifi.start();
            System.out.printf("NiFi with the bundle: %s%nCtrl-C stops it.%n", nifi.api().canvasAddress());
            nifi.awaitEnd();
        }
    }

    private static void fail(final String message) {
        System.err.println(message);
        System.exit(1);
    }
}
