package org.nificrm.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Starts what {@code ./run demo} and {@code ./run nifi} ask for. */
public final class Main {

    private static final String EMPTY_CANVAS_HEAP = "1g";

    private static volatile boolean ending;

    private Main() {
    }

    public static void main(final String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true));
        final List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            fail(Options.USAGE);
        }

        try {
            final Options options = Options.parse(words.subList(1, words.size()));
            switch (words.getFirst()) {
                case "demo" -> System.exit(demo(options) ? 0 : 1);
                case "nifi" -> {
                    if (options.nodes() == 1) {
                        emptyCanvas(options);
                    } else {
                        emptyCluster(options);
                    }
                }
                default -> throw new IllegalArgumentException("Unknown command " + words.getFirst());
            }
        } catch (final IllegalArgumentException e) {
            fail(e.getMessage() + System.lineSeparator() + Options.USAGE);
        } catch (final IOException | UncheckedIOException | IllegalStateException e) {
            fail(e.getMessage());
        }
    }

    private static boolean demo(final Options options) throws IOException, InterruptedException {
        try (Demo demo = new Demo(options)) {
            final boolean complete = demo.run();
            if (!options.exit()) {
                demo.awaitEnd();
            }

            return complete;
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

    private static void emptyCluster(final Options options) throws IOException, InterruptedException {
        final Checkout checkout = Checkout.current();
        final int port = Ports.freePreferably(options.port());
        try (NifiCluster cluster = NifiCluster.create(
                checkout.instances().resolve("canvas/cluster"), checkout.nifiLibraries(), options.nodes(), port, EMPTY_CANVAS_HEAP)) {
            System.out.println("Starting NiFi …");
            cluster.start();
            System.out.printf("NiFi with the bundle, a cluster of %d nodes: %s%nCtrl-C stops it.%n", options.nodes(), cluster.api().canvasAddress());
            cluster.nodes().getFirst().awaitEnd();
        }
    }

    /** After Ctrl-C everything fails, and nobody needs to read of it. */
    private static void fail(final String message) {
        if (!ending) {
            System.err.println(message);
        }

        System.exit(1);
    }
}
