package org.nificrm.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** What the {@code conf} directory of one server holds. */
final class NifiConfiguration {

    private static final String PROPERTIES = "nifi.properties";
    private static final String ZOOKEEPER_PORT = "${zookeeper.port}";
    private static final int KEY_BYTES = 16;

    private final int port;
    private final Properties properties = new Properties();

    private int zooKeeperPort = 2181;

    /** @param port the web port of a server on its own */
    NifiConfiguration(final int port) {
        this.port = port;
        try (InputStream in = resource(PROPERTIES)) {
            properties.load(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }

        properties.setProperty("nifi.web.http.port", Integer.toString(port));
        properties.setProperty("nifi.sensitive.props.key", randomKey());
    }

    private static InputStream resource(final String name) {
        return NifiConfiguration.class.getResourceAsStream("conf/" + name);
    }

    /** A key that encrypts sensitive values; all nodes of a cluster need the same. */
    static String randomKey() {
        final byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /**
     * Makes it a node of a cluster.
     *
     * @param nodes         how many nodes agree on the flow before the cluster begins
     * @param zooKeeperPort where ZooKeeper listens, on this machine
     * @param key           that all nodes have
     */
    NifiConfiguration inCluster(final int nodes, final int zooKeeperPort, final String key) {
        properties.setProperty("nifi.cluster.is.node", "true");
        properties.setProperty("nifi.cluster.node.protocol.port", Integer.toString(Ports.free()));
        properties.setProperty("nifi.cluster.load.balance.port", Integer.toString(Ports.free()));
        properties.setProperty("nifi.cluster.flow.election.max.candidates", Integer.toString(nodes));
        properties.setProperty("nifi.zookeeper.connect.string", "127.0.0.1:" + zooKeeperPort);
        properties.setProperty("nifi.sensitive.props.key", key);
        this.zooKeeperPort = zooKeeperPort;
        return this;
    }

    /** Lets the node run the cluster's ZooKeeper. */
    NifiConfiguration withZooKeeper() {
        properties.setProperty("nifi.state.management.embedded.zookeeper.start", "true");
        return this;
    }

    int port() {
        return port;
    }

    /**
     * Writes all files.
     *
     * @param directory exists and is empty
     * @param libraries the assembled jars and NARs
     */
    void write(final Path directory, final Path libraries) throws IOException {
        properties.setProperty("nifi.nar.library.directory", libraries.toString());
        try (Writer writer = Files.newBufferedWriter(directory.resolve(PROPERTIES))) {
            properties.store(writer, null);
        }

        for (final String name : List.of("logback.xml", "state-management.xml", "zookeeper.properties")) {
            try (InputStream in = resource(name)) {
                final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(directory.resolve(name), text.replace(ZOOKEEPER_PORT, Integer.toString(zooKeeperPort)));
            }
        }
    }
}
