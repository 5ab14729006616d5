package org.nificrm.reconciliation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nificrm.reconciliation.Comparison.Difference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordComparatorTest {

    private final RecordComparator equivalent = new RecordComparator(Strictness.EQUIVALENT);
    private final RecordComparator exact = new RecordComparator(Strictness.EXACT);

    @Test
    void aFieldCountsIfEitherSideHasIt() {
        final Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("name", "Ada");
        expected.put("city", null);
        expected.put("email", "ada@example.com");
        expected.put("phone", " ");
        final Map<String, Object> found = new HashMap<>();
        found.put("name", "Ada");
        found.put("city", "London");
        found.put("phone", null);

        final Comparison comparison = exact.compare(expected, found);

        assertEquals(List.of("name"), comparison.equal());
        assertEquals(List.of(new Difference("city", null, "London"), new Difference("email", "ada@example.com", null)), comparison.differences());
        assertEquals(3, comparison.present());
        assertFalse(comparison.isConsistent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Lovelace | LOVELACE",
        "Ada  Lovelace | Ada Lovelace",
        "ＡＢＣ | abc",
        "Ada@Example.com | ada@example.COM",
        "+86 138 0013 8000 | 13800138000",
        "(415) 555-0100 | 415 555 0100",
        "+1 415 555 2671 | (415) 555-2671",
        "1990-02-01 | 1990/2/1",
        "1990-02-01 | 1990年2月1日",
        "2024-01-01T08:00:00+08:00 | 2024-01-01T00:00:00Z",
    })
    void spellingMakesNoDifferenceUnlessComparedExactly(final String expected, final String found) {
        assertTrue(isConsistent(equivalent, expected, found));
        assertTrue(isConsistent(equivalent, found, expected));
        assertFalse(isConsistent(exact, expected, found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "02101 | 2101",
        "José | Jose",
        "1990-02-01 | 1990-01-02",
        "+86 138 0013 8000 | 13800138001",
        "12.50 | 1250",
        "1234567.50 | 123456750",
        "1700000000 | 1700000000000",
        "Ann Lee | Lee Ann",
    })
    void aLossIsADifference(final String expected, final String found) {
        assertFalse(isConsistent(equivalent, expected, found));
        assertFalse(isConsistent(equivalent, found, expected));
    }

    @Test
    void valuesOfDifferentTypesAreComparedByWhatTheyMean() {
        assertTrue(isConsistent(equivalent, new BigDecimal("12.50"), "12.5"));
        assertTrue(isConsistent(equivalent, 7L, new BigDecimal("7.00")));
        assertFalse(isConsistent(equivalent, new BigDecimal("12.345"), new BigDecimal("12.35")));
        assertTrue(isConsistent(equivalent, "01.02.1990", LocalDate.of(1990, 2, 1)));
        assertTrue(isConsistent(equivalent, LocalDateTime.of(2024, 1, 1, 0, 0), LocalDate.of(2024, 1, 1)));
        assertTrue(isConsistent(equivalent, "2024-01-01T01:00:00+01:00", Instant.parse("2024-01-01T00:00:00Z")));
        assertTrue(isConsistent(exact, new Object[] {"a", "b"}, new Object[] {"a", "b"}));
    }

    private static boolean isConsistent(final RecordComparator comparator, final Object expected, final Object found) {
        return comparator.compare(Map.of("field", expected), Map.of("field", found)).isConsistent();
    }
}
