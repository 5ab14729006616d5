package org.nificrm.processors;

import java.util.Locale;
import java.util.Map;

/** Figures in attributes of FlowFiles. */
final class Figures {

    private Figures() {
    }

    /**
     * Puts a figure with four decimals, the same on every machine.
     *
     * @param figure null if there is none, which puts nothing
     */
    static void put(final Map<String, String> attributes, final String name, final Double figure) {
        if (figure != null) {
            attributes.put(name, String.format(Locale.ROOT, "%.4f", figure));
        }
    }
}
