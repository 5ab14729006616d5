package org.nificrm.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Several NiFi servers that work as one cluster, each in a directory of its own. The first one runs ZooKeeper too, so that without
 * it the others have no leader and no shared state until it is back.
 */
public final class NifiCluster implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 250;

    private final List<NifiProcess> nodes;

    private NifiCluster(final List<NifiProcess> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * A cluster with an empty canvas, not started yet.
     *
     * @param directory where the nodes keep everything; what earlier ones left there is ended and removed
     * @param libraries the assembled jars and NARs
     * @param size      how many nodes
     * @param port      the web port of the first node
     * @param heap      maximum heap of each node as the JVM takes it, such as {@code 1g}
     */
    public static NifiCluster create(final Path directory, final Path libraries, final int size, final int port, final String heap) throws IOException {
        final int zooKeeperPort = Ports.free();
        final String key = NifiConfiguration.randomKey();
        final List<NifiProcess> nodes = new ArrayList<>();
        for (int node = 1; node <= size; node++) {
            final NifiConfiguration configuration = new NifiConfiguration(node == 1 ? port : Ports.free()).inCluster(size, zooKeeperPort, key);
            nodes.add(NifiProcess.create(directory.resolve("node-" + node), libraries, node == 1 ? configuration.withZooKeeper() : configuration, heap));
        }

        return new NifiCluster(nodes);
    }

    /** Starts all nodes at once and returns when they are one cluster. */
    public void start() throws IOException {
        for (final NifiProcess node : nodes) {
            node.launch();
        }

        for (final NifiProcess node : nodes) {
            node.awaitReady();
        }

        awaitConnected();
    }

    /** Waits until every node is connected and one of them is the primary node. */
    public void awaitConnected() {
        await(() -> nodes.stream().allMatch(node -> status(node).path("status").asText().equals("CONNECTED")) && nodes.stream().anyMatch(this::isPrimary));
    }

    /** Whether a node is the one on which processors with the execution "Primary node" run. */
    public boolean isPrimary(final NifiProcess node) {
        for (final JsonNode role : status(node).path("roles")) {
            if (role.asText().equals("Primary Node")) {
                return true;
            }
        }

        return false;
    }

    /** Waits until another node than one that was killed is the primary node, and NiFi knows that the killed one is gone. */
    public void awaitLoss(final NifiProcess killed) {
        await(() -> status(killed).path("status").asText().equals("DISCONNECTED") && nodes.stream().anyMatch(node -> node != killed && isPrimary(node)));
    }

    private JsonNode status(final NifiProcess node) {
        for (final JsonNode status : connectedNode().get("/controller/cluster").at("/cluster/nodes")) {
            if (status.path("apiPort").asInt() == node.api().port()) {
                return status;
            }
        }

        throw new IllegalStateException("The cluster does not know " + node.directory());
    }

    /** Only a connected node knows of the others. */
    private NifiApi connectedNode() {
        for (final NifiProcess node : nodes) {
            if (node.isAlive() && node.api().get("/flow/cluster/summary").at("/clusterSummary/connectedToCluster").asBoolean()) {
                return node.api();
            }
        }

        throw new IllegalStateException("No node is connected");
    }

    /** Makes a node of two the primary node, by disconnecting the other for a moment. */
    public void makePrimary(final NifiProcess node) {
        for (final NifiProcess other : nodes) {
            if (other != node && isPrimary(other)) {
                request(node, other, "DISCONNECTING");
                await(() -> isPrimary(node));
                request(node, other, "CONNECTING");
                awaitConnected();
            }
        }
    }

    private void request(final NifiProcess from, final NifiProcess node, final String status) {
        final String id = status(node).path("nodeId").asText();
        from.api().put("/controller/cluster/nodes/" + id, Map.of("node", Map.of("nodeId", id, "status", status)));
    }

    private static void await(final BooleanSupplier condition) {
        final Instant deadline = Instant.now().plus(TIMEOUT);
        while (!holds(condition)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The cluster did not settle in " + TIMEOUT);
            }

            try {
                Thread.sleep(POLL_MILLIS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the cluster", e);
            }
        }
    }

    /** While roles change NiFi refuses calls. */
    private static boolean holds(final BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (final IllegalStateException | UncheckedIOException notYet) {
            return false;
        }
    }

    /** The REST API of the first node, which answers for all. */
    public NifiApi api() {
        return nodes.getFirst().api();
    }

    /** All nodes, the one with ZooKeeper first. */
    public List<NifiProcess> nodes() {
        return nodes;
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(NifiProcess::close);
    }
}
