package org.nificrm.matching.prepare;

/**
 * What was read last, by the text it was read from: as much as there are places, one for each hash. Safe for use by several threads,
 * each of which sees an entry as a whole or not at all.
 *
 * @param <V> what is read
 */
final class TextCache<V> {
    private static final int PLACES = 1 << 15;

    private final Entry<?>[] entries = new Entry<?>[PLACES];

    /** The entry of a text, null if it is not known. */
    @SuppressWarnings("unchecked")
    Entry<V> get(final String text) {
        final Entry<?> entry = entries[place(text)];
        return entry != null && entry.text.equals(text) ? (Entry<V>) entry : null;
    }

    void put(final String text, final V value) {
        entries[place(text)] = new Entry<>(text, value);
    }

    private static int place(final String text) {
        final int hash = text.hashCode();
        return (hash ^ hash >>> 15) & PLACES - 1;
    }

    /** @param value null if the text says nothing */
    record Entry<V>(String text, V value) {
    }
}
