package org.nificrm.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Compares the rows of a table with those expected, field by field, and shows only what differs. */
final class Rows {

    private static final int SHOWN = 10;

    private Rows() {
    }

    static void assertSame(final Map<String, Map<String, String>> expected, final Map<String, Map<String, String>> actual) {
        final Map<String, String> differences = new TreeMap<>();
        expected.forEach((key, row) -> {
            if (!row.equals(actual.get(key))) {
                differences.put(key, "expected %s%n but was %s%n".formatted(row, actual.get(key)));
            }
        });

        assertEquals(List.of(), differences.entrySet().stream().limit(SHOWN).toList());
        assertEquals(expected.keySet(), actual.keySet());
    }
}
