package org.nificrm.delivery.rest;

import org.nificrm.delivery.Key;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The keys of a look-up by their text; a CRM may answer in another case than it was asked. */
public final class AskedKeys {

    private final Map<String, Key> exactly = new HashMap<>();
    private final Map<String, Key> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param keys of one field each */
    public AskedKeys(final Collection<Key> keys) {
        for (final Key key : keys) {
            exactly.put(key.single().toString(), key);
            ignoringCase.put(key.single().toString(), key);
        }
    }

    /** Null if no such key was asked for. */
    public Key match(final String text) {
        final Key key = exactly.get(text);
        return key == null ? ignoringCase.get(text) : key;
    }
}
