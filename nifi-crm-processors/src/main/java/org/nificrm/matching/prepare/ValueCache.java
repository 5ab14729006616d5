package org.nificrm.matching.prepare;

/** The values read last of one attribute, with the texts they were read from: as many as there are places, one for each hash. */
final class ValueCache {
    private static final int PLACES = 1 << 15;

    private final String[] texts = new String[PLACES];
    private final Value[] values = new Value[PLACES];

    /** The value of a text, null if it says nothing or is not known: see {@link #knows(String)}. */
    Value get(final String text) {
        return values[place(text)];
    }

    boolean knows(final String text) {
        return text.equals(texts[place(text)]);
    }

    /** @param value null if the text says nothing */
    void put(final String text, final Value value) {
        texts[place(text)] = text;
        values[place(text)] = value;
    }

    private static int place(final String text) {
        final int hash = text.hashCode();
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
