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
    /** Hashes of the texts, which tell most that are not known without a look at an entry somewhere in memory. */
    private final int[] hashes = new int[PLACES];

    /** The entry of a text, null if it is not known. */
    @SuppressWarnings("unchecked")
    Entry<V> get(final String text) {
        final int hash = text.hashCode();
        if (hashes[place(hash)] != hash) {
            return null;
        }

        final Entry<?> entry = entries[place(hash)];
        return entry != null && entry.text.equals(text) ? (Entry<V>) entry : null;
    }

    void put(final String text, final V value) {
        final int hash = text.hashCode();
        entries[place(hash)] = new Entry<>(text, value);
        hashes[place(hash)] = hash;
    }

    private static int place(final int hash) {
        return (hash ^ hash >>> 15) & PLACES - 1;
    }

    /** @param value null if the text says nothing */
    record Entry<V>(String text, V value) {
    }
}
