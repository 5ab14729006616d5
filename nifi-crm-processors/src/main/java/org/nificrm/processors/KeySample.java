package org.nificrm.processors;

import org.apache.commons.codec.digest.MurmurHash3;
import org.nificrm.delivery.Key;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A share of all keys, drawn by their hash: the same keys every time, on both sides and on every node.
 *
 * @param rate above 0, and 1 for all
 */
record KeySample(double rate) {

    private static final String SEPARATOR = "\u001f";
    private static final double RANGE = 0x1p63;

    boolean contains(final Key key) {
        return rate >= 1 || hash(key) < rate;
    }

    /** From 0 to 1. */
    private static double hash(final Key key) {
        final String text = key.values().stream().map(Object::toString).collect(Collectors.joining(SEPARATOR));
        return (MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0] >>> 1) / RANGE;
    }
}
