package org.nificrm.values.address;

import org.nificrm.values.text.WordLists;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The states, the district and the territories that the postal service of the US delivers to.
 */
public final class UsStates {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (final String state : WordLists.read(UsStates.class, "us-words.txt").get("states")) {
            final String[] parts = state.split("=");
            CODES.put(parts[0], parts[0].toUpperCase(Locale.ROOT));
            CODES.put(parts[1], parts[0].toUpperCase(Locale.ROOT));
        }
    }

    private UsStates() {
    }

    /**
     * @param text a name, an abbreviation or a code
     * @return the code of two letters, empty when there is no such state
     */
    public static String codeOf(final String text) {
        return CODES.getOrDefault(text.replace(".", "").strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), "");
    }
}
